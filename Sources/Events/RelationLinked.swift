package import Catalog
package import JSON

/// Products are linked by a relation.
///
/// Emitted when the links were made, or were there and are adopted; a relation's links that are
/// there already are never doubled.
package struct RelationLinked: Event, Hashable, Sendable {
    package static let kind = "RelationLinked"
    package static let version = 1

    /// The label of the relation.
    package var relation: String
    /// The id of the relation in this account.
    package var relationID: String
    /// The product from which the links start.
    package var source: Linked
    /// The products to which they lead.
    package var targets: [Linked]
    /// Whether it was there already and was taken as it is.
    package var adopted: Bool
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        relation: String, relationID: String, source: Linked, targets: [Linked],
        adopted: Bool, answer: Answer? = nil
    ) {
        self.relation = relation
        self.relationID = relationID
        self.source = source
        self.targets = targets
        self.adopted = adopted
        self.answer = answer
    }

    package var subjects: [SubjectReference] {
        [SubjectReference(.sku(source.sku), as: .source)]
            + targets.map { SubjectReference(.sku($0.sku), as: .target) }
    }
}

extension RelationLinked {
    package init(from json: inout JSONReader) throws(JSONError) {
        var relation: String?
        var relationID: String?
        var source: Linked?
        var targets: [Linked]?
        var adopted: Bool?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "relation": relation = try json.word()
            case "relationID": relationID = try json.word()
            case "source": source = try json.read(key)
            case "targets": targets = try json.read(key)
            case "adopted": adopted = try json.read(key)
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            relation: try required(relation, "relation"),
            relationID: try required(relationID, "relationID"),
            source: try required(source, "source"), targets: try required(targets, "targets"),
            adopted: try required(adopted, "adopted"), answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("relation", relation)
            json.member("relationID", relationID)
            json.member("source", source)
            json.member("targets", targets)
            json.member("adopted", adopted)
            json.member("answer", optional: answer)
        }
    }
}
