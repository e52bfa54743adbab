import Catalog

extension AccountEditor {
    /// Makes a relationship show its links on both sides; only people can.
    @discardableResult
    package mutating func makeSymmetrical(_ label: String) -> Bool {
        guard let id = account.relationships.withKey(label).first?.id else { return false }
        account.relationships.change(id, at: now) { $0.isSymmetrical = true }
        return true
    }

    /// Uses an attribute in an e-catalog: it cannot be deleted any more.
    @discardableResult
    package mutating func useAttribute(_ label: String, inCatalog name: String) -> Bool {
        guard let id = account.attribute(labelled: label)?.id else { return false }
        let usage = Usage(id: account.identifiers.next(), name: name)
        account.attributes.change(id, at: now) { $0.usages.append(usage) }
        return true
    }

    /// Uses a relationship in an e-catalog: it cannot be deleted any more.
    @discardableResult
    package mutating func useRelationship(_ label: String, inCatalog name: String) -> Bool {
        guard let id = account.relationships.withKey(label).first?.id else { return false }
        let usage = Usage(id: account.identifiers.next(), name: name)
        account.relationships.change(id, at: now) { $0.usages.append(usage) }
        return true
    }

    /// Deletes a definition of an attribute with its values.
    @discardableResult
    package mutating func deleteAttribute(_ label: String) -> Bool {
        guard let id = account.attribute(labelled: label)?.id else { return false }
        account.removeAttribute(id, at: now)
        return true
    }
}
