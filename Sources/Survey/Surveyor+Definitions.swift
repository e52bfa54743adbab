import Catalog
import Events
import HTTP
package import Planning
import PlytixAPI
import Projections

/// Attributes, family and relationships of the account, as far as we need them.
extension Surveyor {
    /// Reads the account's definitions, unless the journal knows all that are wanted.
    package func learnDefinitions(for desired: Desired) async throws(SurveyStop) {
        let known = account
        let isKnown =
            !isRefusedAndLeft(desired, known)
            && desired.attributes.allSatisfy { known.attributes[$0.label] != nil }
            && known.families[desired.family.name] != nil
            && desired.relations.allSatisfy { known.relations[$0.label] != nil }
        guard !isKnown else { return }
        try await readDefinitions(family: desired.family.name)
    }

    /// Whether a product that was refused is to be written all the same, since its facts changed:
    /// it may have been refused for a definition that somebody deleted.
    ///
    /// What is set aside or accepted costs nothing; `plysync schema` learns of a deletion always.
    private func isRefusedAndLeft(_ desired: Desired, _ known: AccountState) -> Bool {
        let refused = known.failures.filter {
            $0.value.phase == .products && $0.value.permanence == .item
        }
        guard !refused.isEmpty else { return false }
        let plan = Plan(desired: desired, account: known, settings: planning, phases: [.products])
        return plan.effects.contains { effect in
            refused[effect.key] != nil
                && known.standing(of: effect, attemptsMax: planning.attemptsMax) == .open
        }
    }

    /// Reads all definitions of the account: a few requests.
    package func readDefinitions(family wanted: String) async throws(SurveyStop) {
        let attributes = try await reading { () async throws(APIError) in
            try await client.allAttributes()
        }
        let families = try await reading { () async throws(APIError) in
            try await client.allFamilies()
        }
        let relations = try await reading { () async throws(APIError) in
            try await client.allRelations()
        }
        let known = account
        var drafts: [RecordDraft] = []
        for attribute in attributes {
            let before = known.attributes[attribute.label]
            guard before?.id != attribute.id || before?.options != attribute.options else {
                continue
            }
            drafts.append(
                SchemaDefined(
                    definition: .attribute, label: attribute.label, name: attribute.name,
                    id: attribute.id, type: attribute.typeClass, options: attribute.options,
                    members: [], adopted: true
                ).draft(system: system))
        }
        for relation in relations where known.relations[relation.label]?.id != relation.id {
            drafts.append(
                SchemaDefined(
                    definition: .relation, label: relation.label, name: relation.name,
                    id: relation.id, type: nil, options: [], members: [], adopted: true
                ).draft(system: system))
        }
        // Names are compared exactly: a family that differs in case is another one.
        for family in families where family.name == wanted {
            let members = try await reading { () async throws(APIError) in
                try await client.familyAttributes(of: family.id).value
            }.map(\.label).sorted()
            let before = known.families[family.name]
            guard before?.id != family.id || before?.members.sorted() != members else { continue }
            drafts.append(
                SchemaDefined(
                    definition: .family, label: family.name, name: family.name, id: family.id,
                    type: nil, options: [], members: members, adopted: true
                ).draft(system: system))
        }
        drafts += try await vanished(
            attributes: Set(attributes.map(\.id)), families: Set(families.map(\.id)),
            relations: Set(relations.map(\.id)), known)
        if !drafts.isEmpty { try await append(drafts) }
    }

    /// The definitions that we know and that are there no more.
    ///
    /// A list may lag behind: what it does not show is asked for by its id before it is believed
    /// to be gone, or it would be made a second time, and its values lost with it.
    private func vanished(
        attributes: Set<String>, families: Set<String>, relations: Set<String>,
        _ known: AccountState
    ) async throws(SurveyStop) -> [RecordDraft] {
        let kinds: [(SchemaDefined.Definition, [String: KnownDefinition], Set<String>)] = [
            (.attribute, known.attributes, attributes), (.family, known.families, families),
            (.relation, known.relations, relations),
        ]
        var drafts: [RecordDraft] = []
        for (definition, known, shown) in kinds {
            let hidden = known.sorted { $0.key < $1.key }.filter { !shown.contains($0.value.id) }
            for (label, known) in hidden where try await !isThere(definition, known.id) {
                drafts.append(
                    SchemaVanished(definition: definition, label: label, id: known.id)
                        .draft(system: system))
            }
        }
        return drafts
    }

    private func isThere(
        _ definition: SchemaDefined.Definition, _ id: String
    ) async throws(SurveyStop) -> Bool {
        try await reading { () async throws(APIError) in
            switch definition {
            case .attribute: try await client.hasAttribute(id)
            case .family: try await client.hasFamily(id)
            case .relation: try await client.hasRelation(id)
            }
        }
    }
}
