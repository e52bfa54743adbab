import Catalog
import Events
import JSON

/// What Plytix told us, and what people and rules decided.
extension AccountState {
    mutating func applyObservation(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case CanonicalObserved.self:
            let body = try event.decode(CanonicalObserved.self)
            canonicals[body.canonical.sku] = KnownCanonical(
                canonical: body.canonical, hash: body.hash, sequence: event.sequence)
            skus[body.canonical.id] = body.canonical.sku
        case CanonicalVanished.self:
            let body = try event.decode(CanonicalVanished.self)
            if canonicals[body.sku]?.canonical.id == body.id { canonicals[body.sku] = nil }
            skus[body.id] = nil
        case AssetVanished.self: lose(try event.decode(AssetVanished.self))
        case SchemaVanished.self:
            let body = try event.decode(SchemaVanished.self)
            switch body.definition {
            case .attribute: attributes[body.label] = nil
            case .family: families[body.label] = nil
            case .relation:
                relations[body.label] = nil
                links[body.label] = nil
            }
        case LiveObserved.self: look(try event.decode(LiveObserved.self), at: event.sequence)
        case TargetLearned.self:
            let body = try event.decode(TargetLearned.self)
            learned[body.topic] = body.value
        default: break
        }
    }

    mutating func applyDecision(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case MatchFound.self:
            let body = try event.decode(MatchFound.self)
            verdicts[body.item] = KnownVerdict(outcome: .found(body), sequence: event.sequence)
        case MatchMissed.self:
            let body = try event.decode(MatchMissed.self)
            verdicts[body.item] = KnownVerdict(outcome: .missed(body), sequence: event.sequence)
        case ItemAccepted.self:
            let body = try event.decode(ItemAccepted.self)
            accepted[body.key] = body.facts
        case RetryAsked.self:
            for key in try event.decode(RetryAsked.self).keys {
                // Of a picture that is there twice only another look can say that it is not.
                let failure = failures[key]
                if !key.hasPrefix(KnownFailure.extraPrefix) { failures[key] = nil }
                if key.hasPrefix("asset ") {
                    seek(key, failed: failure, event)
                    goneAssets[String(key.dropFirst("asset ".count))] = nil
                }
                // A person wants back what somebody deleted: it is made anew.
                let sku = String(key.dropFirst("create ".count))
                if key.hasPrefix("create "), products[sku]?.isGone == true { products[sku] = nil }
            }
        default: break
        }
    }

    /// Plytix takes a deleted asset out of every product.
    private mutating func lose(_ body: AssetVanished) {
        if assets[body.file]?.id == body.id {
            assets[body.file] = nil
            goneAssets[body.file] = body.id
        }
        files[body.id] = nil
        for (sku, product) in products {
            if let gallery = product.gallery.value, gallery.contains(body.id) {
                products[sku]?.gallery = .known(gallery.filter { $0 != body.id })
            }
            if product.thumbnail == .known(body.id) { products[sku]?.thumbnail = .known(nil) }
        }
    }

    private mutating func look(_ body: LiveObserved, at sequence: Int) {
        if body.gone {
            // An older product of the same SKU may be gone, and says nothing of this one.
            if products[body.sku]?.id == body.id { products[body.sku]?.isGone = true }
            return
        }
        defer { lookAtRelations(of: body) }
        // Of a canonical product only the links are ours.
        guard canonicals[body.sku] == nil || products[body.sku] != nil else { return }
        var product = products[body.sku] ?? KnownProduct(id: body.id)
        if products[body.sku] == nil {
            product.isAdopted = true
            product.since = sequence
        }
        product.id = body.id
        product.isGone = false
        skus[body.id] = body.sku
        if body.looked.contains("fields") {
            // The whole product was looked at: what is not named is not there.
            product.fields.clearLive()
        }
        for field in body.fields {
            product.fields.change(field.field) { $0.live = field.value }
        }
        if body.looked.contains("family") { product.family = .known(body.family?.id ?? "") }
        if let gallery = body.gallery {
            product.gallery = .known(gallery.map(\.id))
            for asset in gallery { name(asset, at: sequence) }
        }
        if let thumbnail = body.thumbnail {
            product.thumbnail = .known(thumbnail.asset?.id)
            if let asset = thumbnail.asset { name(asset, at: sequence) }
        }
        products[body.sku] = product
    }

    private mutating func lookAtRelations(of body: LiveObserved) {
        guard body.looked.contains("relations") else { return }
        for (label, sources) in links {
            guard let before = sources[body.sku] else { continue }
            let remaining = before.filter { link in
                // Ids that we do not know yet cannot be compared; those that we do, are.
                guard let id = productID(link.target) else { return true }
                return body.relations?.contains { $0.targets.contains(id) } == true
            }
            links[label]?[body.sku] = remaining
        }
        for relation in body.relations ?? [] {
            guard let label = relation.label ?? label(ofRelation: relation.relationID) else {
                continue
            }
            let targets = relation.targets.compactMap { skus[$0] }
            let before = links[label]?[body.sku] ?? []
            links[label, default: [:]][body.sku] = Set(
                targets.map { target in
                    before.first { $0.target == target } ?? KnownLink(target: target, isOurs: false)
                })
        }
    }

    /// Remembers the name of an asset; one that carries a name of ours is that picture, whoever
    /// uploaded it.
    private mutating func name(_ asset: LiveAsset, at sequence: Int) {
        guard let file = asset.file, files[asset.id] == nil else { return }
        files[asset.id] = file
        guard assets[file] == nil, file.hasPrefix("amazon_") else { return }
        assets[file] = KnownAsset(id: asset.id, isAdopted: true, sequence: sequence)
        goneAssets[file] = nil
    }

    private func label(ofRelation id: String) -> String? {
        relations.first { $0.value.id == id }?.key
    }

    /// A picture that no answer refused may be there: it is looked for before it is uploaded again.
    private mutating func seek(_ key: String, failed: KnownFailure?, _ event: PastEvent) {
        guard let failed, failed.status == nil else { return }
        lostUploads[String(key.dropFirst("asset ".count))] =
            LostUpload(since: event.time, sequence: event.sequence)
    }
}
