import Catalog
import Projections

/// Attributes, family, relationships: what must be there before products can be written.
extension Planner {
    func definitions() -> [PlannedRequest] {
        guard
            phases.contains(.products) || phases.contains(.images)
                || phases.contains(.relationships)
        else { return [] }
        var requests: [PlannedRequest] = []
        for definition in desired.attributes {
            if let known = account.attributes[definition.label] {
                let missing = definition.options.filter { !known.options.contains($0) }
                guard !missing.isEmpty else { continue }
                requests.append(
                    PlannedRequest([.extendOptions(label: definition.label, options: missing)]))
            } else {
                requests.append(PlannedRequest([.defineAttribute(definition)]))
            }
        }
        for relation in desired.relations where account.relations[relation.label] == nil {
            requests.append(
                PlannedRequest([.defineRelation(label: relation.label, name: relation.name)]))
        }
        return requests.filter { request in
            request.effects.allSatisfy {
                account.standing(of: $0, attemptsMax: settings.attemptsMax) == .open
            }
        }
    }

    func family() -> [PlannedRequest] {
        guard phases.contains(.products), !desired.products.isEmpty || !desired.attributes.isEmpty
        else { return [] }
        let wanted = desired.family
        guard let known = account.families[wanted.name] else {
            return [.defineFamily(name: wanted.name, attributes: wanted.attributes)]
                .filter(isOpen).map { PlannedRequest([$0]) }
        }
        let missing = wanted.attributes.filter { !known.members.contains($0) }
        guard !missing.isEmpty else { return [] }
        return [.extendFamily(name: wanted.name, attributes: missing)].filter(isOpen)
            .map { PlannedRequest([$0]) }
    }

    /// An attribute that is there with another type cannot hold our values, and its type cannot be
    /// changed (`plytix-api.md` 7).
    func problems() -> [String] {
        desired.attributes.compactMap { definition in
            guard let type = account.attributes[definition.label]?.type,
                type != definition.type.plytixClass
            else { return nil }
            return
                "the attribute \(definition.label) exists in Plytix as \(type), but the settings want \(definition.type.plytixClass): change its type in the settings, or give it another name"
        }
    }
}
