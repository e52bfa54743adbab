import Catalog
import Events
import JSON
import Planning
import Projections
import Survey

/// A planned request with the names of its effects turned into the ids of this account: what can
/// be sent now.
struct Errand: Sendable {
    /// The effects that it really carries.
    let effects: [Effect]
    /// The effects as they were planned: failures are held against these.
    let planned: [Effect]
    let call: RemoteCall

    /// Nil when nothing is left to do, or when something that it needs is not there.
    init?(
        _ request: PlannedRequest, account: AccountState, planning: PlanningSettings, today: String
    ) {
        guard let first = request.effects.first else { return nil }
        let made: (call: RemoteCall, effects: [Effect])? =
            switch first {
            case .defineAttribute, .extendOptions, .defineFamily, .extendFamily, .defineRelation:
                Self.definition(first, account).map { ($0, [first]) }
            case .uploadAsset(let asset):
                account.assets[asset.file] == nil ? (.uploadAsset(asset), [first]) : nil
            case .assignFamily, .linkAsset:
                Self.single(first, account).map { ($0, [first]) }
            case .link(let relation, let source, let targets):
                Self.link(relation, source, targets, account)
            case .unlink(let relation, let source, let targets):
                Self.unlink(relation, source, targets, account).map { ($0, [first]) }
            case .createProduct, .createVariant:
                Self.creation(request.effects, account, planning, today)
            case .setFields, .setGallery, .setThumbnail:
                Self.change(request.effects, account, today)
            }
        guard let made else { return nil }
        (call, effects) = made
        planned = request.effects
    }

    /// The same errand, with its picture from where it is to be had.
    func fetching(from pictures: PictureSources) -> Errand {
        upload.map { Errand(self, call: .uploadAsset(pictures.current($0))) } ?? self
    }

    /// The picture that it uploads, if it does.
    var upload: AssetSource? {
        guard case .uploadAsset(let asset) = call else { return nil }
        return asset
    }

    private init(_ errand: Errand, call: RemoteCall) {
        effects = errand.effects
        planned = errand.planned
        self.call = call
    }

    /// The effect that a refusal is held against.
    var culprit: Effect { Self.culprit(of: planned) }

    /// The one whose input can be at fault: values that are written, else what else is.
    static func culprit(of effects: [Effect]) -> Effect {
        let hasValues = effects.first { effect in
            guard case .setFields(_, let changes) = effect else { return false }
            // The day of the write alone is no input.
            return changes.contains { $0.new != FieldValue.today }
        }
        let hasPictures = effects.first { effect in
            switch effect {
            case .setGallery, .setThumbnail: true
            default: false
            }
        }
        return hasValues ?? hasPictures ?? effects[0]
    }

    private static func definition(_ effect: Effect, _ account: AccountState) -> RemoteCall? {
        switch effect {
        case .defineAttribute(let definition):
            return account.attributes[definition.label] == nil ? .defineAttribute(definition) : nil
        case .extendOptions(let label, let options):
            guard let known = account.attributes[label] else { return nil }
            let missing = options.filter { !known.options.contains($0) }
            return missing.isEmpty ? nil : .setOptions(label: label, known, known.options + missing)
        case .defineFamily(let name, let labels):
            guard account.families[name] == nil else { return nil }
            // What could not be defined is no member: it is linked once it is there.
            let there = labels.filter { account.attributeID($0) != nil }
            return .defineFamily(
                name: name, labels: there, ids: there.compactMap(account.attributeID))
        case .extendFamily(let name, let labels):
            guard let known = account.families[name] else { return nil }
            let missing = labels.filter {
                !known.members.contains($0) && account.attributeID($0) != nil
            }
            let ids = missing.compactMap(account.attributeID)
            return ids.isEmpty ? nil : .extendFamily(name: name, known, labels: missing, ids: ids)
        case .defineRelation(let label, let name):
            return account.relations[label] == nil ? .defineRelation(label: label, name: name) : nil
        default: return nil
        }
    }

    private static func single(_ effect: Effect, _ account: AccountState) -> RemoteCall? {
        switch effect {
        case .assignFamily(let sku, let name):
            guard let product = account.products[sku], !product.isGone,
                let family = account.families[name], product.family != .known(family.id)
            else { return nil }
            return .assignFamily(sku: sku, id: product.id, family: name, familyID: family.id)
        case .linkAsset(let sku, let label, let file):
            guard let product = account.products[sku], !product.isGone,
                let asset = account.assets[file],
                product.gallery.value?.contains(asset.id) != true
            else { return nil }
            return .linkAsset(
                sku: sku, id: product.id, label: label, asset: .init(file: file, id: asset.id))
        default: return nil
        }
    }

    private static func link(
        _ relation: String, _ source: String, _ targets: [String], _ account: AccountState
    ) -> (call: RemoteCall, effects: [Effect])? {
        guard let definition = account.relations[relation], let id = account.productID(source)
        else { return nil }
        let linked = account.linked(relation, from: source)
        let missing = targets.filter { !linked.contains($0) }.compactMap { sku in
            account.productID(sku).map { Linked(sku: sku, id: $0) }
        }
        guard !missing.isEmpty else { return nil }
        return (
            .link(
                relation: relation, relationID: definition.id, source: Linked(sku: source, id: id),
                targets: missing),
            [.link(relation: relation, source: source, targets: missing.map(\.sku))]
        )
    }

    private static func unlink(
        _ relation: String, _ source: String, _ targets: [String], _ account: AccountState
    ) -> RemoteCall? {
        guard let definition = account.relations[relation], let id = account.productID(source)
        else { return nil }
        let linked = account.linked(relation, from: source)
        let stale = targets.filter(linked.contains).compactMap { sku in
            account.productID(sku).map { Linked(sku: sku, id: $0) }
        }
        guard !stale.isEmpty else { return nil }
        return .unlink(
            relation: relation, relationID: definition.id, source: Linked(sku: source, id: id),
            targets: stale)
    }

    private static func creation(
        _ effects: [Effect], _ account: AccountState, _ planning: PlanningSettings, _ today: String
    ) -> (call: RemoteCall, effects: [Effect])? {
        guard let first = effects.first, account.productID(String(first.subject.name)) == nil
        else { return nil }
        let body = ProductBody(effects: effects, account: account, today: today)
        let carried = body.carried(of: effects)
        let sku = String(first.subject.name)
        if case .createVariant(_, let parent) = first {
            guard let parentID = account.productID(parent) else { return nil }
            return (.createVariant(sku: sku, parentID: parentID, body), carried)
        }
        let isStub = !sku.isAmazonSKU(planning)
        let family = isStub ? nil : account.families[planning.family]
        return (.createProduct(sku: sku, body, familyID: family?.id), carried)
    }

    private static func change(
        _ effects: [Effect], _ account: AccountState, _ today: String
    ) -> (call: RemoteCall, effects: [Effect])? {
        guard let sku = effects.first.map({ String($0.subject.name) }),
            let product = account.products[sku], !product.isGone
        else { return nil }
        let body = ProductBody(effects: effects, account: account, today: today)
        guard !body.isEmpty, !body.isOnlyDated(effects) else { return nil }
        return (.changeProduct(sku: sku, id: product.id, body), body.carried(of: effects))
    }
}

/// A call that can be sent: everything in it has its id.
enum RemoteCall: Sendable {
    case defineAttribute(AttributeDefinition)
    case setOptions(label: String, KnownDefinition, [String])
    case defineFamily(name: String, labels: [String], ids: [String])
    case extendFamily(name: String, KnownDefinition, labels: [String], ids: [String])
    case defineRelation(label: String, name: String)
    case uploadAsset(AssetSource)
    case createProduct(sku: String, ProductBody, familyID: String?)
    case createVariant(sku: String, parentID: String, ProductBody)
    case changeProduct(sku: String, id: String, ProductBody)
    case assignFamily(sku: String, id: String, family: String, familyID: String)
    case linkAsset(sku: String, id: String, label: String, asset: ProductBody.Asset)
    case link(relation: String, relationID: String, source: Linked, targets: [Linked])
    case unlink(relation: String, relationID: String, source: Linked, targets: [Linked])
}

extension AccountState {
    func attributeID(_ label: String) -> String? { attributes[label]?.id }
}

extension ProductBody {
    /// The effects of a request that its body carries, with what they really write.
    func carried(of effects: [Effect]) -> [Effect] {
        effects.compactMap { effect in
            switch effect {
            case .setFields(let sku, _):
                changes.isEmpty ? nil : .setFields(sku: sku, changes: changes)
            case .setGallery(let sku, let label, _, let old):
                gallery.map {
                    .setGallery(sku: sku, label: label, files: $0.assets.map(\.file), old: old)
                }
            case .setThumbnail: thumbnail == nil ? nil : effect
            default: effect
            }
        }
    }
}
