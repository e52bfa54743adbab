package import Catalog
package import JSON

/// Links between products were removed.
///
/// Emitted when Plytix confirmed it. Of a canonical product only links that we made are removed.
package struct RelationUnlinked: Event, Hashable, Sendable {
    package static let kind = "RelationUnlinked"
    package static let version = 1

    /// The label of the relation.
    package var relation: String
    /// The id of the relation in this account.
    package var relationID: String
    /// The product from which the links started.
    package var source: Linked
    /// The products to which they led.
    package var targets: [Linked]
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        relation: String, relationID: String, source: Linked, targets: [Linked],
        answer: Answer? = nil
    ) {
        self.relation = relation
        self.relationID = relationID
        self.source = source
        self.targets = targets
        self.answer = answer
    }

    package var subjects: [SubjectReference] {
        [SubjectReference(.sku(source.sku), as: .source)]
            + targets.map { SubjectReference(.sku($0.sku), as: .target) }
    }
}

extension RelationUnlinked {
    package init(from json: inout JSONReader) throws(JSONError) {
        var relation: String?
        var relationID: String?
        var source: Linked?
        var targets: [Linked]?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "relation": relation = try json.word()
            case "relationID": relationID = try json.word()
            case "source": source = try json.read(key)
            case "targets": targets = try json.read(key)
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            relation: try required(relation, "relation"),
            relationID: try required(relationID, "relationID"),
            source: try required(source, "source"), targets: try required(targets, "targets"),
            answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("relation", relation)
            json.member("relationID", relationID)
            json.member("source", source)
            json.member("targets", targets)
            json.member("answer", optional: answer)
        }
    }
}
