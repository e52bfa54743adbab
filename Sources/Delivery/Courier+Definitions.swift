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
            let found = try await client.allAttributes().first { $0.label == definition.label }
            guard let found else {
                return [
                    failed(
                        .defineAttribute(definition),
                        reason:
                            "the name \(definition.name) is taken by an attribute of another label",
                        permanence: .item, answer: answer.facts)
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
            guard let found = try await client.allFamilies().first(where: { $0.name == name })
            else {
                return [
                    failed(
                        .defineFamily(name: name, attributes: labels),
                        reason: "the name is taken, but no family has exactly it",
                        permanence: .item, answer: answer.facts)
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

    private func defineRelation(
        _ label: String, _ name: String
    ) async throws(APIError) -> [RecordDraft] {
        let answer = try await client.createRelation(name: name)
        let seen: RelationSeen
        let adopted: Bool
        switch answer.value {
        case .created(let created): (seen, adopted) = (created, false)
        case .nameTaken:
            guard let found = try await client.allRelations().first(where: { $0.name == name })
            else {
                return [
                    failed(
                        .defineRelation(label: label, name: name),
                        reason: "the name is taken, but no relation has exactly it",
                        permanence: .item, answer: answer.facts)
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
