package import JSON

/// The links of one relation that start from a product.
package struct LiveRelation: ObjectCoded, Hashable, Sendable {
    /// The id of the relation in this account.
    package var relationID: String
    /// The label of the relation, where the answer has it.
    package var label: String?
    /// The ids of the products that it leads to, in Plytix's order.
    package var targets: [String]

    package init(relationID: String, label: String? = nil, targets: [String]) {
        self.relationID = relationID
        self.label = label
        self.targets = targets
    }
}

extension LiveRelation {
    package init(from json: inout JSONReader) throws(JSONError) {
        var relationID: String?
        var label: String?
        var targets: [String]?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "relationID": relationID = try json.read(key)
            case "label": label = try json.read(key)
            case "targets": targets = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            relationID: try required(relationID, "relationID"), label: label,
            targets: try required(targets, "targets"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("relationID", relationID)
            json.member("label", optional: label)
            json.member("targets", targets)
        }
    }
}
