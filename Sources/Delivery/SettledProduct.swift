import Catalog
import Events
import Planning
import PlytixAPI
import Projections
import Survey

/// What a product that was read says of requests in doubt: each effect that shows in it was
/// carried out, and is recorded as the answer would have recorded it, so that what we made stays
/// ours.
struct SettledProduct {
    let sku: String
    let product: PlytixProduct
    let account: AccountState
    let planning: PlanningSettings
    let system: System

    /// The outcomes of those effects that show in the product; none where nothing shows but the day
    /// of the write, which every other write of that day has brought too.
    ///
    /// - `isNew`: the product was not known before, so that the create in doubt made it.
    func outcomes(of effects: [Effect], isNew: Bool) -> [RecordDraft] {
        let isOurs = isMade(by: effects.filter { $0.subject == .sku(sku) })
        let outcomes = effects.filter { $0.subject == .sku(sku) }.compactMap { effect in
            outcome(of: effect, isNew: isNew, isOurs: isOurs).map {
                (isTelling: !isDate(effect), draft: $0)
            }
        }
        return outcomes.contains(where: \.isTelling) ? outcomes.map(\.draft) : []
    }

    /// Whether a product with all these values was made by the request that sent them; else somebody
    /// else made one of the SKU meanwhile.
    private func isMade(by effects: [Effect]) -> Bool {
        effects.allSatisfy { effect in
            guard case .setFields(_, let changes) = effect else { return true }
            return shown(changes).count(where: isInput) == changes.count(where: isInput)
        }
    }

    /// Those of the effects that show in the product with all that they do to it.
    func whole(of effects: [Effect], isNew: Bool) -> [Effect] {
        effects.filter { $0.subject == .sku(sku) }.filter { effect in
            guard outcome(of: effect, isNew: isNew, isOurs: true) != nil else { return false }
            guard case .setFields(_, let changes) = effect else { return true }
            return shown(changes).count(where: isInput) == changes.count(where: isInput)
        }
    }

    private func shown(_ changes: [FieldChange]) -> [FieldChange] {
        let live = Dictionary(
            product.liveFields.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first }
        )
        return changes.filter { FieldValue.areEqual($0.new, live[$0.field] ?? nil) }
    }

    /// False for the day of the write.
    private func isInput(_ change: FieldChange) -> Bool { !dates.contains(change.field) }

    /// Whether the effect writes nothing but the day.
    private func isDate(_ effect: Effect) -> Bool {
        guard case .setFields(_, let changes) = effect else { return false }
        return !changes.contains(where: isInput)
    }

    private var dates: Set<String> {
        Set(
            planning.attributes.filter { $0.source == .field(.lastWritten) }
                .map { "attributes.\($0.label)" })
    }

    private func outcome(of effect: Effect, isNew: Bool, isOurs: Bool) -> RecordDraft? {
        switch effect {
        case .createProduct, .createVariant:
            guard isNew else { return nil }
            return ProductCreated(
                sku: sku, id: product.id, adopted: !isOurs, modified: product.modified
            ).draft(system: system)
        case .setFields(_, let changes):
            let shown = shown(changes)
            guard !shown.isEmpty, isDate(effect) || shown.contains(where: isInput)
            else { return nil }
            return AttributesSet(
                sku: sku, id: product.id, changes: shown, modified: product.modified
            ).draft(system: system)
        case .assignFamily(_, let family):
            guard let id = account.families[family]?.id, product.familyID == id else { return nil }
            return FamilyAssigned(
                sku: sku, id: product.id, family: family, familyID: id, adopted: false
            ).draft(system: system)
        case .link(let relation, _, let targets):
            return link(relation, targets, isThere: true)
        case .unlink(let relation, _, let targets):
            return link(relation, targets, isThere: false)
        default: return picture(effect)
        }
    }

    private func picture(_ effect: Effect) -> RecordDraft? {
        switch effect {
        case .setGallery(_, let label, let files, _):
            let assets = files.compactMap { account.assetID($0, shownBy: sku) }.uniqued
            guard (product.media[label] ?? []).map(\.id) == assets else { return nil }
            return GallerySet(
                sku: sku, id: product.id, label: label, files: files, assets: assets
            ).draft(system: system)
        case .linkAsset(_, let label, let file):
            guard let id = account.assetID(file, shownBy: sku),
                product.media[label]?.contains(where: { $0.id == id }) == true
            else { return nil }
            return AssetLinked(
                sku: sku, id: product.id, asset: LiveAsset(id: id, file: file), label: label
            ).draft(system: system)
        case .setThumbnail(_, let file, _):
            guard let id = account.assetID(file, shownBy: sku), product.thumbnail?.id == id
            else { return nil }
            return ThumbnailSet(sku: sku, id: product.id, file: file, asset: id)
                .draft(system: system)
        default: return nil
        }
    }

    private func link(_ relation: String, _ targets: [String], isThere: Bool) -> RecordDraft? {
        guard let definition = account.relations[relation] else { return nil }
        let linked = Set(
            product.relations.filter { $0.relationID == definition.id }.flatMap(\.targets)
                .map(\.id))
        let source = Linked(sku: sku, id: product.id)
        let settled = targets.compactMap { target in
            account.productID(target).map { Linked(sku: target, id: $0) }
        }.filter { linked.contains($0.id) == isThere }
        guard !settled.isEmpty else { return nil }
        return isThere
            ? RelationLinked(
                relation: relation, relationID: definition.id, source: source, targets: settled,
                adopted: false
            ).draft(system: system)
            : RelationUnlinked(
                relation: relation, relationID: definition.id, source: source, targets: settled
            ).draft(system: system)
    }
}
