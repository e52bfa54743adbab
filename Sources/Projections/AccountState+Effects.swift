import Catalog
import Events
import JSON

/// What we did, and what became of it.
extension AccountState {
    mutating func applyEffect(_ event: PastEvent) throws(ProjectionError) {
        switch event.kind {
        case EffectIntended.kind:
            let body = try event.decode(EffectIntended.self)
            doubts[event.sequence] = Doubt(
                effects: body.effects, attempt: body.attempt, run: event.run, time: event.time)
        case EffectSettled.kind: doubts[try event.decode(EffectSettled.self).intent] = nil
        case EffectFailed.kind: fail(try event.decode(EffectFailed.self), at: event.sequence)
        case SchemaDefined.kind: define(try event.decode(SchemaDefined.self))
        case ProductCreated.kind:
            create(try event.decode(ProductCreated.self), at: event.sequence)
        case AttributesSet.kind: set(try event.decode(AttributesSet.self), at: event.sequence)
        case FamilyAssigned.kind:
            let body = try event.decode(FamilyAssigned.self)
            products[body.sku]?.family = .known(body.familyID)
            wrote(body.sku, "assign-family", at: event.sequence)
        case RelationLinked.kind: link(try event.decode(RelationLinked.self))
        case RelationUnlinked.kind:
            let body = try event.decode(RelationUnlinked.self)
            for target in body.targets {
                links[body.relation]?[body.source.sku]?.remove(
                    KnownLink(target: target.sku, isOurs: true))
            }
            failures["unlink \(body.relation) \(body.source.sku)"] = nil
        default: try applyPictures(event)
        }
    }

    private mutating func applyPictures(_ event: PastEvent) throws(ProjectionError) {
        switch event.kind {
        case AssetUploaded.kind:
            let body = try event.decode(AssetUploaded.self)
            assets[body.file] = KnownAsset(
                id: body.id, picture: body.picture, url: body.url, servedURL: body.servedURL,
                isAdopted: body.adopted, sequence: event.sequence)
            files[body.id] = body.file
            failures["asset \(body.file)"] = nil
        case AssetLinked.kind:
            let body = try event.decode(AssetLinked.self)
            if body.label == "thumbnail" {
                products[body.sku]?.thumbnail = .known(body.asset.id)
                products[body.sku]?.writtenThumbnail = body.asset.id
                wrote(body.sku, "thumbnail", at: event.sequence)
            } else {
                var gallery = products[body.sku]?.gallery.value ?? []
                if !gallery.contains(body.asset.id) { gallery.append(body.asset.id) }
                products[body.sku]?.gallery = .known(gallery)
                if let file = body.asset.file { failures["gallery \(body.sku) \(file)"] = nil }
                wrote(body.sku, "gallery", at: event.sequence)
            }
        case GallerySet.kind:
            let body = try event.decode(GallerySet.self)
            products[body.sku]?.gallery = .known(body.assets)
            wrote(body.sku, "gallery", at: event.sequence)
        case ThumbnailSet.kind:
            let body = try event.decode(ThumbnailSet.self)
            products[body.sku]?.thumbnail = .known(body.asset)
            products[body.sku]?.writtenThumbnail = body.asset
            wrote(body.sku, "thumbnail", at: event.sequence)
        default: break
        }
    }

    /// A write to a product that succeeded also ends the failure of its kind.
    private mutating func wrote(_ sku: String, _ effect: String, at sequence: Int) {
        products[sku]?.lastWrite = sequence
        if !failures.isEmpty { failures["\(effect) \(sku)"] = nil }
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
            failures["attribute \(body.label)"] = nil
            failures["options \(body.label)"] = nil
        case .family:
            families[body.name] = definition
            failures["family \(body.name)"] = nil
            failures["family-attributes \(body.name)"] = nil
        case .relation:
            relations[body.label] = definition
            failures["relation \(body.label)"] = nil
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
        products[body.sku] = product
        skus[body.id] = body.sku
        if body.adopted {
            failures["create \(body.sku)"] = nil
        } else {
            wrote(body.sku, "create", at: sequence)
        }
    }

    private mutating func set(_ body: AttributesSet, at sequence: Int) {
        for change in body.changes {
            var field = products[body.sku]?.fields[change.field] ?? KnownField()
            field.written = .some(change.new)
            field.live = change.new
            field.writtenAt = sequence
            products[body.sku]?.fields[change.field] = field
        }
        wrote(body.sku, "fields", at: sequence)
    }

    private mutating func link(_ body: RelationLinked) {
        for target in body.targets {
            links[body.relation, default: [:]][body.source.sku, default: []].update(
                with: KnownLink(target: target.sku, isOurs: true))
        }
        failures["link \(body.relation) \(body.source.sku)"] = nil
        skus[body.source.id] = body.source.sku
        for target in body.targets { skus[target.id] = target.sku }
    }
}
