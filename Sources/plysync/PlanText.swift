import Catalog
import JSON
import Planning
import Projections
import Settings

/// A plan as text: stage by stage, the first changes of each with old and new value and cause.
struct PlanText {
    private let plan: Plan
    private let account: AccountState
    private let quota: Quota

    init(_ plan: Plan, state: ProjectedState, alias: String, limits: LimitSettings) {
        self.plan = plan
        let system = state.targets.system(alias)
        account = system.map(state.account) ?? AccountState()
        quota = Quota(state.limits, account: system, alias: alias, settings: limits)
    }

    /// Changes of a stage that are shown; the rest is counted.
    private static let changesMax = 5

    var lines: [String] {
        guard !plan.isEmpty else { return [] }
        return ["Plan:"] + plan.stages.flatMap(lines) + ["", total]
    }

    private func lines(_ stage: Plan.Stage) -> [String] {
        let changes = stage.requests.flatMap(changes)
        let shown = changes.prefix(Self.changesMax).map { "    \(printable($0))" }
        let more = changes.count - shown.count
        let head =
            "  \(stage.name.title.padding(to: 28)) \(counted(stage.requests.count, "request"))"
        return [head] + shown + (more > 0 ? ["    ... and \(more) more changes"] : [])
    }

    private var total: String {
        let requests = plan.requestCount
        return "\(counted(requests, "request")) to Plytix, \(quota.duration(of: requests)) "
            + "\(quota.explanation)"
    }

    // MARK: Changes

    private func changes(_ request: PlannedRequest) -> [String] {
        guard let creation = creation(request) else { return request.effects.flatMap(changes) }
        return [creation]
    }

    /// A product that is made is one change, whatever comes with it.
    private func creation(_ request: PlannedRequest) -> String? {
        var sku: String?
        var parts: [String] = []
        for effect in request.effects {
            switch effect {
            case .createProduct(let new): sku = new
            case .createVariant(let new, let parent):
                sku = new
                parts.append("a variant of \(parent)")
            case .setFields(_, let fields): parts.append(counted(fields.count, "value"))
            case .setGallery(_, _, let files, _): parts.append(counted(files.count, "picture"))
            case .setThumbnail: parts.append("thumbnail")
            default: break
            }
        }
        guard let sku else { return nil }
        return "\(printable(sku)): created"
            + (parts.isEmpty ? "" : " with \(parts.joined(separator: ", "))") + "  [new]"
    }

    private func changes(_ effect: Effect) -> [String] {
        switch effect {
        case .setFields(let sku, let changes):
            changes.map { change in
                let field = change.field.replacing("attributes.", with: "")
                return "\(printable(sku)) \(printable(field)): \(Self.value(change.old)) -> "
                    + "\(Self.value(change.new))  [\(change.reason.words)]"
            }
        case .setGallery(let sku, let label, let files, let old):
            [
                "\(sku) \(label): \(old.count) -> \(counted(files.count, "picture"))  "
                    + "[\(cause(files, old))]"
            ]
        case .setThumbnail(let sku, let file, let old):
            [
                "\(sku) thumbnail: \(old ?? "none") -> \(file)  "
                    + (old == nil ? "[new]" : "[the main picture is another]")
            ]
        case .link(let relation, let source, let targets):
            targets.map { "\(printable(source)) -> \($0) by \(relation)  [new]" }
        case .unlink(let relation, let source, let targets):
            targets.map {
                "\(printable(source)) -> \($0) by \(relation): removed  [the match changed]"
            }
        default: [Self.sentence(effect)]
        }
    }

    /// Pictures that were never in the account are new; otherwise the order or the set differs from
    /// what is there.
    private func cause(_ files: [String], _ old: [String]) -> String {
        let added = files.filter { !old.contains($0) }
        if old.isEmpty { return "new" }
        if added.contains(where: { account.assets[$0] == nil }) { return "Amazon changed" }
        return "differs from what Plytix shows"
    }

    private static func sentence(_ effect: Effect) -> String {
        switch effect {
        case .defineAttribute(let definition):
            "attribute \(definition.label) (\(definition.type.rawValue))  [new]"
        case .extendOptions(let label, let options):
            "attribute \(label): options \(options.map(printable).joined(separator: ", ")) added  [new]"
        case .defineFamily(let name, let attributes):
            "family \(name) with \(counted(attributes.count, "attribute"))  [new]"
        case .extendFamily(let name, let attributes):
            "family \(name): \(counted(attributes.count, "attribute")) added  [a rule changed]"
        case .defineRelation(_, let name): "relationship \(name)  [new]"
        case .uploadAsset(let asset): "picture \(asset.picture) as \(asset.file)  [new]"
        case .assignFamily(let sku, let family): "\(sku): family \(family)  [new]"
        case .linkAsset(let sku, let label, let file): "\(sku) \(label): \(file) added  [new]"
        default: printable(effect.key)
        }
    }

    private static func value(_ value: JSONValue?) -> String {
        guard let value, !value.isNull else { return "nothing" }
        if value == FieldValue.today { return "the day of writing" }
        let text = value.text
        return printable(text.count > 60 ? text.prefix(57) + "..." : text)
    }
}

extension ChangeReason {
    /// For people.
    var words: String {
        switch self {
        case .new: "new"
        case .amazon: "Amazon changed"
        case .rule: "a rule changed"
        case .person: "a person changed it"
        case .match: "the match changed"
        }
    }
}

extension Plan.Name {
    /// What stands in the stage.
    var title: String {
        switch self {
        case .schema: "attributes, relationships"
        case .family: "family"
        case .stubs: "stubs of canonical products"
        case .assets: "pictures"
        case .products: "products"
        case .families: "family of products"
        case .galleries: "galleries"
        case .links: "links"
        }
    }
}
