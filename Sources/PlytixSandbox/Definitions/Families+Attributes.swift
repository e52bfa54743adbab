import Catalog
import JSON

extension Families {
    static func getAttributes(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        .data(200, rows(of: try family(call, in: account), in: account))
    }

    /// The family's attributes together with the system fields that can be inherited.
    static func getAllAttributes(
        _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let family = try family(call, in: account)
        let system = ["label", "thumbnail", "status", "categories"].map { label -> JSONValue in
            [
                "id": nil, "label": .string(label), "name": .string(label),
                "attribute_level": "no_level",
            ]
        }
        return .data(200, system + rows(of: family, in: account))
    }

    /// `POST …/attributes/link`: 202, and visible about a second later.
    static func linkAttributes(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let family = try family(call, in: account)
        let level = call.body["attributes_level"]?.string ?? "no_level"
        guard levelIsKnown(level) else { throw .schema("attributes_level", "Not a valid choice.") }
        guard let list = call.body["attributes"] else { throw .missing("attributes") }
        let ids = try attributeIDs(list, "attributes", in: account)
        account.accept(.link(attributeIDs: ids, level: level, familyID: family.id), call)
        return .empty(202)
    }

    /// `POST …/attributes/unlink`: 202; the values of the family's products are lost.
    static func unlinkAttributes(
        _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let family = try family(call, in: account)
        guard let list = call.body["attributes"] else { throw .missing("attributes") }
        let ids = try attributeIDs(list, "attributes", in: account)
        account.accept(.unlink(attributeIDs: ids, familyID: family.id), call)
        return .empty(202)
    }

    /// `POST …/attributes/edit` and `…/all_attributes/edit`: labels by level, in the latter with
    /// a prefix; system fields have no level here and are passed over.
    static func editAttributes(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let family = try family(call, in: account)
        for level in Family.levels {
            guard let list = call.body[level], !list.isNull else { continue }
            guard let labels = list.array else { throw .schema(level, "Not a valid list.") }
            var ids: [String] = []
            for value in labels {
                let text = value.string ?? ""
                let label = text.hasPrefix("attributes.") ? String(text.dropFirst(11)) : text
                if let id = account.attribute(labelled: label)?.id {
                    ids.append(id)
                } else if !["label", "thumbnail", "status", "categories"].contains(label) {
                    throw .schema(level, "label does not exist")
                }
            }
            if !ids.isEmpty {
                account.accept(.edit(attributeIDs: ids, level: level, familyID: family.id), call)
            }
        }
        return .empty(202)
    }

    private static func rows(of family: Family, in account: Account) -> [JSONValue] {
        family.attributes.compactMap { membership in
            account.attributes[membership.attributeID].map { definition in
                [
                    "id": .string(definition.id), "label": .string(definition.label),
                    "name": .string(definition.name), "attribute_level": .string(membership.level),
                ]
            }
        }
    }

    private static func levelIsKnown(_ level: String) -> Bool { Family.levels.contains(level) }

    /// Attributes as ids, or as objects with a label or id; never both in one list.
    static func attributeIDs(
        _ value: JSONValue?, _ key: String, in account: Account
    ) throws(Refusal) -> [String] {
        guard let value, !value.isNull else { return [] }
        guard let list = value.array else { throw .schema(key, "Not a valid list.") }
        let isMixed = list.contains { $0.object != nil } && list.contains { $0.string != nil }
        guard !isMixed else { throw .schema(key, "Ids and objects cannot be mixed.") }
        var ids: [String] = []
        for element in list {
            let id = element.string ?? element["id"].string
            let label = element["label"].string
            guard
                let found = id.flatMap({ account.attributes[$0] })
                    ?? label.flatMap({ account.attribute(labelled: $0) })
            else { throw .schema(key, "attribute does not exist") }
            ids.append(found.id)
        }
        return ids
    }
}
