import AmazonAPI
import Catalog
import Events
import Export
import HTTP
import JSON
import JournalStore
import Mapping
import Planning
import Projections
import Settings
import Sync

/// The files that `--output` writes: the export, the mapping, or a phase's report.
enum PhaseFile {
    /// Phase 1, in the shape of today's scripts with nothing dropped; of several marketplaces a
    /// list under `exports`.
    static func export(_ report: RunReport, _ engine: Engine) throws -> JSONValue {
        guard let scope = report.order.scope else { throw CommandFailure.noSource }
        let state = engine.state
        let date = engine.surroundings.clock.now
        let documents = try report.exports.map { outcome -> JSONValue in
            let searched = Set(outcome.items)
            let entries = try outcome.all.compactMap { key -> ExportFile.Entry? in
                guard let seen = state.catalogue.items[key] else { return nil }
                return ExportFile.Entry(
                    item: seen.item, raw: try raw(seen, engine),
                    isFetchedParent: !searched.contains(key))
            }
            return ExportFile.document(
                scope: scope, entries: entries, marketplace: outcome.marketplace, date: date,
                isWhole: outcome.isWhole, announced: outcome.announced)
        }
        return ExportFile.document(of: documents)
    }

    /// Phase 2, with the verdicts that hold for the target's account.
    static func mapping(_ report: RunReport, _ engine: Engine) throws -> JSONValue {
        let state = engine.state
        guard let system = state.targets.system(engine.configuration.targetAlias) else {
            throw CommandFailure(
                "nothing was mapped for the target \"\(engine.configuration.targetAlias)\"",
                hint: "Run `plysync map` with credentials for it")
        }
        let account = state.account(system)
        let keys = selected(report, state, account, engine.configuration)
        let rows = keys.compactMap { key -> MappingFile.Row? in
            guard let seen = state.catalogue.items[key], let known = account.verdicts[key]
            else { return nil }
            return MappingFile.Row(
                item: seen.item, verdict: Verdict(known),
                suggestedSKU: engine.configuration.planning.sku(key),
                pictures: ExportRecord.slots(of: seen.item))
        }
        let source =
            state.runs.lastScope?.scope.source.title
            ?? "journal \(engine.configuration.journalPath)"
        return MappingFile(rows: rows, canonicals: account.canonicalList).document(
            source: source, date: engine.surroundings.clock.now,
            marketplaces: Set(keys.map(\.marketplace)).sorted())
    }

    /// Phases 3 to 5: how the run ended, and where each product stands.
    static func report(_ report: RunReport, _ engine: Engine) -> JSONValue {
        let state = engine.state
        let schema = SchemaStanding(report, state: state, configuration: engine.configuration)
        var document = ReportJSON.document(report, schema: schema).object ?? JSONObject()
        guard let system = state.targets.system(engine.configuration.targetAlias) else {
            return .object(document)
        }
        let account = state.account(system)
        let keys =
            report.order.replay == nil
            ? selected(report, state, account, engine.configuration)
            : state.catalogue.items.keys.sorted()
        document["products"] = .array(
            keys.compactMap { row($0, report, account, engine.configuration.planning) })
        return .object(document)
    }

    /// The items that the run was about.
    static func selected(
        _ report: RunReport, _ state: ProjectedState, _ account: AccountState,
        _ configuration: Configuration
    ) -> [ItemKey] {
        if !report.exports.isEmpty { return Set(report.exports.flatMap(\.all)).sorted() }
        if let mapping = report.order.mapping { return Set(mapping.map(\.item)).sorted() }
        let marketplaces = Set(configuration.marketplaces)
        return Selection(state: state, decisions: account, style: report.order.style).keys
            .filter { marketplaces.contains($0.marketplace) }
    }

    /// Nil for an item of which nothing is in the account and nothing is planned, such as an
    /// unmatched one that the settings skip.
    private static func row(
        _ key: ItemKey, _ report: RunReport, _ account: AccountState, _ settings: PlanningSettings
    ) -> JSONValue? {
        let sku = settings.sku(key)
        let known = account.products[sku].flatMap { $0.isGone ? nil : $0 }
        let failures = account.failures.filter { $0.value.subject == .sku(sku) }
            .sorted { $0.key < $1.key }
        let isPlanned = report.plan?.effects.contains { $0.subject == .sku(sku) } == true
        let isOpen = account.doubts.values.flatMap(\.effects).contains { $0.subject == .sku(sku) }
        guard known != nil || isPlanned || isOpen || !failures.isEmpty else { return nil }
        let rejected = failures.filter { account.accepted[$0.key] != $0.value.facts }
        let isLeft = isOpen || isPlanned && !report.order.execute || known == nil
        let state = !rejected.isEmpty ? "failed" : isLeft ? "pending" : "done"
        var row = JSONObject([
            ("sku", .string(sku)), ("asin", .string(key.asin.text)),
            ("marketplace", .string(key.marketplace.code)), ("state", .string(state)),
            ("id", JSONValue(known?.id)),
            ("canonical_sku", JSONValue(account.verdicts[key]?.canonicalSKU)),
        ])
        if !rejected.isEmpty {
            row["reason"] = .string(rejected.map(\.value.reason).joined(separator: "; "))
        }
        return .object(row)
    }

    /// The answer that an item was read from; null when the journal does not have it any more.
    private static func raw(
        _ seen: CatalogueState.SeenItem, _ engine: Engine
    ) throws -> JSONValue {
        guard let bytes = try engine.journal.reader().blob(seen.raw) else { return .null }
        return try JSONValue(parsing: bytes)
    }
}

extension Verdict {
    /// The verdict that a recorded decision stands for.
    init(_ known: KnownVerdict) {
        switch known.outcome {
        case .found(let match):
            self = .found(
                Match(
                    item: match.item, canonicalSKU: match.canonicalSKU,
                    canonicalID: match.canonicalID, rule: match.rule,
                    amazon: MatchKey(match.amazon), canonical: MatchKey(match.canonical),
                    // The file does not name them.
                    losers: []))
        case .missed(let miss):
            self = .missed(
                Miss(
                    item: miss.item, reason: miss.reason,
                    tried: miss.tried.map { Miss.Tried(rule: $0.rule, value: $0.value) }))
        }
    }
}

extension MatchKey {
    fileprivate init(_ evidence: MatchFound.Evidence) {
        self.init(
            field: evidence.field, found: evidence.found, normalised: evidence.normalised)
    }
}
