import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport

/// An account that does at once whatever can be done: requests become their outcomes.
///
/// What a request needs must be there before it, or the order of the plan is wrong.
struct PerfectAccount {
    /// Effects that are refused, and how lastingly.
    var refuses: @Sendable (Effect) -> EffectFailed.Permanence? = { _ in nil }
    /// Whether a request may name what is not there: after failures it does.
    var isForgiving = false
    private var made = 0

    struct Unready: Error { let effect: Effect, reason: String }

    mutating func carryOut(
        _ request: PlannedRequest, in history: inout History, system: System,
        settings: PlanningSettings
    ) throws {
        let account = history.state.account(system)
        let isCreation = request.effects.contains(where: \.isCreation)
        let effects = try request.effects.compactMap {
            try possible($0, account, isCreation: isCreation)
        }
        // What a request begins with carries the rest.
        guard let first = effects.first, first.key == request.effects.first?.key || !isCreation
        else { return }
        let intent = EffectIntended(
            effects: effects, attempt: 1, method: "POST", path: "/", bodyHash: .of(""),
            believed: JSONObject())
        let sequence = try history.record(intent, by: system, cause: request.cause)
        var outcomes: [any Event] = []
        if let refused = effects.first(where: { refuses($0) != nil }),
            let permanence = refuses(refused)
        {
            // Failures are held against what was planned, not against what was sent of it.
            let planned = request.effects.first { $0.key == refused.key } ?? refused
            outcomes = [failure(of: planned, permanence, account)]
        } else {
            for effect in effects { outcomes += done(effect, effects, account, settings) }
        }
        try history.append(outcomes.map { $0.draft(system: system, cause: [.sequence(sequence)]) })
    }

    private func failure(
        of effect: Effect, _ permanence: EffectFailed.Permanence, _ account: AccountState
    ) -> EffectFailed {
        EffectFailed(
            key: effect.key, phase: effect.phase, subject: effect.subject, status: 422,
            reason: "refused", permanence: permanence,
            attempt: (account.failure(of: effect)?.attempts ?? 0) + 1, facts: effect.facts)
    }

    // MARK: What can be done

    /// The effect as far as it can be done now; nil when it cannot.
    private func possible(
        _ effect: Effect, _ account: AccountState, isCreation: Bool
    ) throws -> Effect? {
        func need(_ isThere: Bool, _ reason: String) throws -> Bool {
            guard isThere || isForgiving else { throw Unready(effect: effect, reason: reason) }
            return isThere
        }
        let isThere = { (sku: String) in isCreation || account.products[sku]?.isGone == false }
        switch effect {
        case .createProduct(let sku):
            return try need(account.productID(sku) == nil, "it is there") ? effect : nil
        case .createVariant(let sku, let parent):
            let isPossible = account.productID(sku) == nil && account.productID(parent) != nil
            return try need(isPossible, "no parent") ? effect : nil
        case .setFields(let sku, let changes):
            let unknown = changes.first { !holds($0, account) }
            guard try need(isThere(sku), "no product"),
                try need(unknown == nil, "no attribute \(unknown?.field ?? "")")
            else { return nil }
            return .setFields(sku: sku, changes: changes.map { $0.dated("2026-03-01") })
        case .assignFamily(let sku, let name):
            let isPossible = isThere(sku) && account.families[name] != nil
            return try need(isPossible, "no product or family") ? effect : nil
        case .setGallery(let sku, let label, let files, let old):
            let there = files.filter { account.assetID($0, shownBy: sku) != nil }
            guard
                try need(isThere(sku) && account.attributes[label] != nil, "no product or gallery"),
                try need(there == files, "no asset") || there != old
            else { return nil }
            return .setGallery(sku: sku, label: label, files: there, old: old)
        case .linkAsset(let sku, _, let file), .setThumbnail(let sku, let file, _):
            let isPossible = isThere(sku) && account.assets[file] != nil
            return try need(isPossible, "no product or asset") ? effect : nil
        case .link(let relation, let source, let targets),
            .unlink(let relation, let source, let targets):
            let there = targets.filter { account.productID($0) != nil }
            let isPossible =
                account.productID(source) != nil && account.relations[relation] != nil
                && !there.isEmpty
            guard try need(isPossible && there == targets, "no product or relation") || isPossible
            else { return nil }
            if case .link = effect {
                return .link(relation: relation, source: source, targets: there)
            }
            return .unlink(relation: relation, source: source, targets: there)
        default: return effect
        }
    }

    /// Whether the account has a place for the value: an attribute, and its option.
    private func holds(_ change: FieldChange, _ account: AccountState) -> Bool {
        guard change.field.hasPrefix("attributes.") else { return true }
        let label = String(change.field.dropFirst("attributes.".count))
        guard let attribute = account.attributes[label] else { return false }
        switch attribute.type {
        case "DropdownAttribute": return change.new?.string.map(attribute.options.contains) ?? true
        case "MultiSelectAttribute":
            return change.new?.elements.allSatisfy { attribute.options.contains($0.string ?? "") }
                ?? true
        default: return true
        }
    }

    // MARK: What comes of it

    private mutating func id(_ kind: String) -> String {
        made += 1
        return "\(kind)-\(made)"
    }

    private mutating func done(
        _ effect: Effect, _ effects: [Effect], _ account: AccountState, _ settings: PlanningSettings
    ) -> [any Event] {
        switch effect {
        case .createProduct(let sku), .createVariant(let sku, _):
            let id = id("p")
            ids[sku] = id
            let created = ProductCreated(sku: sku, id: id, adopted: false)
            let isOurs = sku.hasPrefix("AMZN-") && account.learned["family-in-create"] == true
            guard isOurs, let family = account.families[settings.family] else { return [created] }
            return [
                created,
                FamilyAssigned(
                    sku: sku, id: id, family: settings.family, familyID: family.id, adopted: false),
            ]
        case .setFields(let sku, let changes):
            return [AttributesSet(sku: sku, id: ids[sku] ?? "", changes: changes)]
        case .assignFamily(let sku, let name):
            return [
                FamilyAssigned(
                    sku: sku, id: ids[sku] ?? "", family: name,
                    familyID: account.families[name]?.id ?? "", adopted: false)
            ]
        case .uploadAsset(let asset):
            return [
                AssetUploaded(
                    picture: asset.picture, file: asset.file, id: id("a"), url: asset.url,
                    adopted: false)
            ]
        case .setGallery(let sku, let label, let files, _):
            var assets: [String] = []
            for id in files.compactMap({ account.assetID($0, shownBy: sku) })
            where !assets.contains(id) { assets.append(id) }
            return [
                GallerySet(sku: sku, id: ids[sku] ?? "", label: label, files: files, assets: assets)
            ]
        case .linkAsset(let sku, let label, let file):
            let asset = LiveAsset(id: account.assets[file]?.id ?? "", file: file)
            return [AssetLinked(sku: sku, id: ids[sku] ?? "", asset: asset, label: label)]
        case .setThumbnail(let sku, let file, _):
            let asset = account.assets[file]?.id ?? ""
            return [ThumbnailSet(sku: sku, id: ids[sku] ?? "", file: file, asset: asset)]
        case .link(let relation, let source, let targets):
            return [
                RelationLinked(
                    relation: relation, relationID: account.relations[relation]?.id ?? "",
                    source: end(source, account), targets: targets.map { end($0, account) },
                    adopted: false)
            ]
        case .unlink(let relation, let source, let targets):
            return [
                RelationUnlinked(
                    relation: relation, relationID: account.relations[relation]?.id ?? "",
                    source: end(source, account), targets: targets.map { end($0, account) })
            ]
        default: return [defined(effect, account)]
        }
    }

    /// Ids of products by SKU.
    private var ids: [String: String] = [:]

    private func end(_ sku: String, _ account: AccountState) -> Linked {
        Linked(sku: sku, id: account.productID(sku) ?? "")
    }

    private mutating func defined(_ effect: Effect, _ account: AccountState) -> SchemaDefined {
        switch effect {
        case .defineAttribute(let definition):
            return schema(
                .attribute, definition.label, definition.name, id("d"),
                type: definition.type.plytixClass, options: definition.options)
        case .extendOptions(let label, let options):
            let known = account.attributes[label]
            return schema(
                .attribute, label, known?.name ?? "", known?.id ?? "", type: known?.type,
                options: (known?.options ?? []) + options)
        case .defineFamily(let name, let attributes):
            return schema(.family, name, name, id("d"), members: attributes)
        case .extendFamily(let name, let attributes):
            let known = account.families[name]
            return schema(
                .family, name, name, known?.id ?? "", members: (known?.members ?? []) + attributes)
        case .defineRelation(let label, let name): return schema(.relation, label, name, id("d"))
        default: preconditionFailure("no definition: \(effect)")
        }
    }

    private func schema(
        _ definition: SchemaDefined.Definition, _ label: String, _ name: String, _ id: String,
        type: String? = nil, options: [String] = [], members: [String] = []
    ) -> SchemaDefined {
        SchemaDefined(
            definition: definition, label: label, name: name, id: id, type: type, options: options,
            members: members, adopted: false)
    }
}

extension Effect {
    var isCreation: Bool {
        switch self {
        case .createProduct, .createVariant: true
        default: false
        }
    }
}

extension FieldChange {
    /// The change with the day of the write in place of its placeholder.
    func dated(_ day: String) -> FieldChange {
        guard new == FieldValue.today else { return self }
        return FieldChange(field: field, old: old, new: .string(day), rule: rule, reason: reason)
    }
}
