import Catalog
import Events
import JSON

/// What we did, and what became of it.
extension AccountState {
    mutating func applyEffect(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case EffectSettled.self: settle(try event.decode(EffectSettled.self), event)
        case EffectFailed.self: fail(try event.decode(EffectFailed.self), at: event.sequence)
        case SchemaDefined.self: define(try event.decode(SchemaDefined.self))
        case ProductCreated.self:
            create(try event.decode(ProductCreated.self), at: event.sequence)
        case AttributesSet.self: set(try event.decode(AttributesSet.self), at: event.sequence)
        case FamilyAssigned.self:
            let body = try event.decode(FamilyAssigned.self)
            wrote(body.sku, "assign-family", at: event.sequence) {
                $0.family = .known(body.familyID)
            }
        case RelationLinked.self: link(try event.decode(RelationLinked.self))
        case RelationUnlinked.self:
            let body = try event.decode(RelationUnlinked.self)
            for target in body.targets {
                links[body.relation]?[body.source.sku]?.remove(
                    KnownLink(target: target.sku, isOurs: true))
            }
            succeeded("unlink \(body.relation) \(body.source.sku)")
        default: try applyPictures(event)
        }
    }

    private mutating func applyPictures(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case AssetUploaded.self:
            let body = try event.decode(AssetUploaded.self)
            assets[body.file] = KnownAsset(
                id: body.id, picture: body.picture, url: body.url, servedURL: body.servedURL,
                isAdopted: body.adopted, sequence: event.sequence)
            files[body.id] = body.file
            goneAssets[body.file] = nil
            succeeded("asset \(body.file)")
        case AssetLinked.self:
            let body = try event.decode(AssetLinked.self)
            if body.label == "thumbnail" {
                show(body.asset.id, on: body.sku, at: event.sequence)
            } else {
                if let file = body.asset.file { succeeded("gallery \(body.sku) \(file)") }
                wrote(body.sku, "gallery", at: event.sequence) { product in
                    var gallery = product.gallery.value ?? []
                    if !gallery.contains(body.asset.id) { gallery.append(body.asset.id) }
                    product.gallery = .known(gallery)
                }
            }
        case GallerySet.self:
            let body = try event.decode(GallerySet.self)
            wrote(body.sku, "gallery", at: event.sequence) { $0.gallery = .known(body.assets) }
        case ThumbnailSet.self:
            let body = try event.decode(ThumbnailSet.self)
            show(body.asset, on: body.sku, at: event.sequence)
        default: break
        }
    }

    private mutating func show(_ asset: String, on sku: String, at sequence: Int) {
        wrote(sku, "thumbnail", at: sequence) {
            $0.thumbnail = .known(asset)
            $0.writtenThumbnail = asset
        }
    }

    /// A write to a product that succeeded: changes what is known of it, and ends the failure of
    /// its kind.
    private mutating func wrote(
        _ sku: String, _ effect: StaticString, at sequence: Int,
        _ change: (inout KnownProduct) -> Void
    ) {
        products.change(sku) { $0.write(at: sequence, change) }
        succeeded("\(effect) \(sku)")
    }

    /// Ends a failure; without one the key is not even made.
    private mutating func succeeded(_ key: @autoclosure () -> String) {
        if !failures.isEmpty { failures[key()] = nil }
    }

    /// What turned out to be done has not failed.
    private mutating func settle(_ body: EffectSettled, _ event: PastEvent) {
        end([body.intent])
        settleUploads(body, event)
        guard [.applied, .adopted].contains(body.result), !failures.isEmpty else { return }
        for key in body.keys { failures[key] = nil }
    }

    /// An upload that no search found may still arrive, whatever becomes of the one made instead:
    /// it is awaited until it was looked for long enough.
    private mutating func settleUploads(_ body: EffectSettled, _ event: PastEvent) {
        for key in body.keys {
            if key.hasPrefix("asset "), body.result == .notApplied, body.how == .search {
                lostUploads[String(key.dropFirst("asset ".count))] =
                    LostUpload(since: event.time, sequence: event.sequence)
            } else if key.hasPrefix(KnownFailure.extraPrefix) {
                lostUploads[String(key.dropFirst(KnownFailure.extraPrefix.count))] = nil
            }
        }
    }

    private mutating func fail(_ body: EffectFailed, at sequence: Int) {
        failures[body.key] = KnownFailure(
            phase: body.phase, subject: body.subject, status: body.status, reason: body.reason,
            permanence: body.permanence, attempts: body.attempt, facts: body.facts,
            sequence: sequence)
    }

    private mutating func define(_ body: SchemaDefined) {
        let definition = KnownDefinition(
            id: body.id, name: body.name, type: body.type, options: body.options,
            members: body.members, isAdopted: body.adopted)
        switch body.definition {
        case .attribute:
            attributes[body.label] = definition
            succeeded("attribute \(body.label)")
            succeeded("options \(body.label)")
        case .family:
            families[body.name] = definition
            succeeded("family \(body.name)")
            succeeded("family-attributes \(body.name)")
        case .relation:
            relations[body.label] = definition
            succeeded("relation \(body.label)")
        }
    }

    private mutating func create(_ body: ProductCreated, at sequence: Int) {
        var product = products[body.sku] ?? KnownProduct(id: body.id)
        if product.isGone || product.id != body.id { product = KnownProduct(id: body.id) }
        product.isAdopted = body.adopted
        product.since = sequence
        if !body.adopted {
            // A new product holds nothing but what the same answer says beside this event.
            product.family = .known("")
            product.gallery = .known([])
            product.thumbnail = .known(nil)
        }
        if !body.adopted { product.lastWrite = sequence }
        products[body.sku] = product
        skus[body.id] = body.sku
        succeeded("create \(body.sku)")
    }

    private mutating func set(_ body: AttributesSet, at sequence: Int) {
        wrote(body.sku, "fields", at: sequence) { product in
            if product.fields.isEmpty { product.fields.reserveCapacity(body.changes.count) }
            for change in body.changes {
                product.fields.change(change.field) { $0.write(change.new, at: sequence) }
            }
        }
    }

    private mutating func link(_ body: RelationLinked) {
        for target in body.targets {
            links[body.relation, default: [:]][body.source.sku, default: []].update(
                with: KnownLink(target: target.sku, isOurs: true))
        }
        succeeded("link \(body.relation) \(body.source.sku)")
        skus[body.source.id] = body.source.sku
        for target in body.targets { skus[target.id] = target.sku }
    }
}

extension KnownProduct {
    fileprivate mutating func write(
        at sequence: Int, _ change: (inout KnownProduct) -> Void
    ) {
        change(&self)
        lastWrite = sequence
    }
}
