import Catalog
import JSON

extension Attributes {
    /// `POST /attributes/product`: the label is made of the name.
    static func create(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        guard let name = call.body["name"]?.string, !name.isEmpty else { throw .missing("name") }
        guard let typeName = call.body["type_class"]?.string else { throw .missing("type_class") }
        guard let type = TypeClass(rawValue: typeName) else {
            throw .schema("type_class", "Not a valid choice.")
        }
        let label = try label(for: name, call, in: account)
        var draft = AttributeDraft(
            AttributeDefinition(
                id: account.identifiers.next(), label: label, name: name, type: type))
        try draft.apply(call.body, in: account)
        let memberships = try memberships(call.body["product_families"], in: account)
        account.attributes.insert(draft.definition, at: call.now)
        for (familyID, level) in memberships {
            account.families.change(familyID, at: call.now) { family in
                family.link([draft.definition.id], level: level)
                family.modified = call.now
            }
        }
        return .data(
            call.has(.attributeCreatedOK) ? 200 : 201, [full(draft.definition, in: account)])
    }

    /// The new label; two names with the same slug are duplicates unless a quirk says otherwise
    /// (`plytix-unknowns.md`, 21).
    private static func label(
        for name: String, _ call: Call, in account: Account
    ) throws(Refusal) -> String {
        let isTaken = account.attributes.all.contains { $0.name.lowercased() == name.lowercased() }
        guard !isTaken else { throw AttributeDraft.duplicate(call) }
        var slug = Slug.label(of: name)
        if call.has(.labelHonoured), let label = call.body["label"]?.string { slug = label }
        guard !slug.isEmpty else { throw .schema("name", "Not a valid name.") }
        if account.attribute(labelled: slug) == nil { return slug }
        guard call.has(.slugSuffixed) else { throw AttributeDraft.duplicate(call) }
        var number = 1
        while account.attribute(labelled: "\(slug)_\(number)") != nil { number += 1 }
        return "\(slug)_\(number)"
    }

    private static func memberships(
        _ value: JSONValue?, in account: Account
    ) throws(Refusal) -> [(familyID: String, level: String)] {
        var memberships: [(familyID: String, level: String)] = []
        for element in value?.elements ?? [] {
            guard let id = element["id"].string, account.families[id] != nil else {
                throw .schema("product_families", "does not exist")
            }
            let level = element["attribute_level"].string ?? "no_level"
            guard Family.levels.contains(level) else {
                throw .schema("attribute_level", "Not a valid choice.")
            }
            memberships.append((id, level))
        }
        return memberships
    }
}
