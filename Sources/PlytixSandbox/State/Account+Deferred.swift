import Catalog

extension Account {
    /// Puts off a change that was answered with 202.
    mutating func accept(_ change: Deferred.Change, _ call: Call) {
        let due = call.now + call.settings.acceptance
        deferred.append(Deferred(due: due, change: change))
        if due <= call.now { catchUp(at: call.now) }
    }

    mutating func carryOut(_ deferred: Deferred) {
        let now = deferred.due
        switch deferred.change {
        case .link(let attributeIDs, let level, let familyID):
            // An attribute may have been deleted since the request was accepted.
            let present = attributeIDs.filter { attributes[$0] != nil }
            families.change(familyID, at: now) { family in
                family.link(present, level: level)
                family.modified = now
            }
        case .edit(let attributeIDs, let level, let familyID):
            families.change(familyID, at: now) { family in
                family.link(attributeIDs.filter { family.contains($0) }, level: level)
                family.modified = now
            }
        case .unlink(let attributeIDs, let familyID):
            families.change(familyID, at: now) { family in
                family.attributes.removeAll { attributeIDs.contains($0.attributeID) }
                family.modified = now
            }
            dropValues(of: attributeIDs, inFamily: familyID, at: now)
        case .deleteFamily(let id): removeFamily(id, at: now)
        case .replaceContent(let assetID, let bytes, let contentType):
            assets.change(assetID, at: now) { asset in
                asset.bytes = bytes
                asset.contentType = contentType
            }
        }
    }

    /// Unlinking an attribute from a family loses its values there (`plytix-api.md`, section 8).
    private mutating func dropValues(
        of attributeIDs: [String], inFamily familyID: String, at now: Instant
    ) {
        let labels = attributeIDs.compactMap { attributes[$0]?.label }
        for product in products.all where product.familyID == familyID {
            products.change(product.id, at: now) { product in
                for label in labels {
                    product.values[label] = nil
                    product.media[label] = nil
                }
            }
        }
    }

    /// Deletes a definition with its values.
    mutating func removeAttribute(_ id: String, at now: Instant) {
        guard let label = attributes[id]?.label else { return }
        attributes.remove(id, at: now)
        for family in families.all where family.contains(id) {
            families.change(family.id, at: now) { family in
                family.attributes.removeAll { $0.attributeID == id }
            }
        }
        for group in groups.all where group.attributeLabels.contains(label) {
            groups.change(group.id, at: now) { $0.attributeLabels.removeAll { $0 == label } }
        }
        for product in products.all
        where product.values[label] != nil || product.media[label] != nil {
            products.change(product.id, at: now) { product in
                product.values[label] = nil
                product.media[label] = nil
            }
        }
    }

    private mutating func removeFamily(_ id: String, at now: Instant) {
        families.remove(id, at: now)
        for product in products.all where product.familyID == id {
            products.change(product.id, at: now) { $0.familyID = nil }
        }
    }
}
