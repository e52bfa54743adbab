import Catalog
import Events
import HTTP
import PlytixAPI
import Projections

/// Attributes, families and relations: created, or found under their name and adopted.
extension Courier {
    func define(_ call: RemoteCall) async throws(APIError) -> [RecordDraft] {
        switch call {
        case .defineAttribute(let definition): return try await define(definition)
        case .setOptions(let label, let known, let options):
            // The list replaces what is there, and a person may have added to it since.
            let now = try await client.allAttributes().first { $0.id == known.id }?.options ?? []
            let options = now + options.filter { !now.contains($0) }
            let answer = try await client.patchAttributeOptions(known.id, options: options)
            return [
                SchemaDefined(
                    definition: .attribute, label: label, name: known.name, id: known.id,
                    type: known.type, options: options, members: [], adopted: known.isAdopted,
                    answer: Answer(answer.facts)
                ).draft(system: system)
            ]
        case .defineFamily(let name, let labels, let ids):
            return try await defineFamily(name, labels: labels, ids: ids)
        case .extendFamily(let name, let known, let labels, let ids):
            let facts = try await client.linkFamilyAttributes(ids, to: known.id)
            return [
                SchemaDefined(
                    definition: .family, label: name, name: name, id: known.id, type: nil,
                    options: [], members: (known.members + labels).sorted(),
                    adopted: known.isAdopted, answer: Answer(facts)
                ).draft(system: system)
            ]
        case .defineRelation(let label, let name): return try await defineRelation(label, name)
        default: preconditionFailure("only definitions are defined")
        }
    }

    private func define(_ definition: AttributeDefinition) async throws(APIError) -> [RecordDraft] {
        let answer = try await client.createAttribute(definition)
        switch answer.value {
        case .created(let seen):
            guard seen.label == definition.label else {
                return [
                    failed(
                        .defineAttribute(definition),
                        reason:
                            "Plytix gave it the label \(seen.label) instead of \(definition.label)",
                        permanence: .item, answer: answer.facts)
                ]
            }
            return [schema(seen, definition, answer.facts, adopted: false)]
        case .nameTaken:
            let found = try await owner(
                { $0.label == definition.label }, name: definition.name, of: \.name
            ) { () async throws(APIError) in try await client.allAttributes() }
            guard case .this(let found) = found else {
                return [
                    failed(
                        .defineAttribute(definition),
                        reason: found.reason("an attribute of the label \(definition.label)"),
                        permanence: found.permanence, answer: answer.facts)
                ]
            }
            return [schema(found, definition, answer.facts, adopted: true)]
        }
    }

    private func schema(
        _ seen: AttributeDefinitionSeen, _ wanted: AttributeDefinition, _ facts: AnswerFacts,
        adopted: Bool
    ) -> RecordDraft {
        SchemaDefined(
            definition: .attribute, label: seen.label, name: seen.name, id: seen.id,
            type: seen.typeClass.isEmpty ? wanted.type.plytixClass : seen.typeClass,
            options: seen.options.isEmpty && !adopted ? wanted.options : seen.options, members: [],
            adopted: adopted, answer: Answer(facts)
        ).draft(system: system)
    }

    private func defineFamily(
        _ name: String, labels: [String], ids: [String]
    ) async throws(APIError) -> [RecordDraft] {
        let answer = try await client.createFamily(name: name, attributeIDs: ids)
        let family: (id: String, members: [String], adopted: Bool)
        switch answer.value {
        case .created(let seen): family = (seen.id, labels.sorted(), false)
        case .nameTaken:
            let found = try await owner({ $0.name == name }, name: name, of: \.name) {
                () async throws(APIError) in try await client.allFamilies()
            }
            guard case .this(let found) = found else {
                return [
                    failed(
                        .defineFamily(name: name, attributes: labels),
                        reason: found.reason("a family of exactly this name"),
                        permanence: found.permanence, answer: answer.facts)
                ]
            }
            let members = try await client.familyAttributes(of: found.id).value.map(\.label)
            family = (found.id, members.sorted(), true)
        }
        return [
            SchemaDefined(
                definition: .family, label: name, name: name, id: family.id, type: nil, options: [],
                members: family.members, adopted: family.adopted, answer: Answer(answer.facts)
            ).draft(system: system)
        ]
    }

    /// Looks for what has a name that is taken; a second time when searches have caught up.
    private func owner<Seen: Sendable>(
        _ isWanted: (Seen) -> Bool, name: String, of path: KeyPath<Seen, String>,
        in list: () async throws(APIError) -> [Seen]
    ) async throws(APIError) -> Owner<Seen> {
        if let found = try await list().first(where: isWanted) { return .this(found) }
        try await searchLag()
        let shown = try await list()
        if let found = shown.first(where: isWanted) { return .this(found) }
        let isAnother = shown.contains { $0[keyPath: path].lowercased() == name.lowercased() }
        return isAnother ? .another(name) : .nobody(name)
    }

    private func defineRelation(
        _ label: String, _ name: String
    ) async throws(APIError) -> [RecordDraft] {
        let answer = try await client.createRelation(name: name)
        let seen: RelationSeen
        let adopted: Bool
        switch answer.value {
        case .created(let created): (seen, adopted) = (created, false)
        case .nameTaken:
            let found = try await owner({ $0.name == name }, name: name, of: \.name) {
                () async throws(APIError) in try await client.allRelations()
            }
            guard case .this(let found) = found else {
                return [
                    failed(
                        .defineRelation(label: label, name: name),
                        reason: found.reason("a relation of exactly this name"),
                        permanence: found.permanence, answer: answer.facts)
                ]
            }
            (seen, adopted) = (found, true)
        }
        return [
            SchemaDefined(
                definition: .relation, label: label, name: seen.name, id: seen.id, type: nil,
                options: [], members: [], adopted: adopted, answer: Answer(answer.facts)
            ).draft(system: system)
        ]
    }
}

/// What has a name that Plytix says is taken.
private enum Owner<Seen: Sendable>: Sendable {
    /// What was to be made.
    case this(Seen)
    /// Something else of that name, which no repetition changes.
    case another(String)
    /// Nothing that a search shows yet.
    case nobody(String)

    var permanence: EffectFailed.Permanence {
        if case .nobody = self { .transient } else { .item }
    }

    func reason(_ wanted: String) -> String {
        switch self {
        case .this: "it is there"
        case .another(let name): "the name \(name) is taken, and not by \(wanted)"
        case .nobody(let name): "the name \(name) is taken, but no search finds \(wanted)"
        }
    }
}
