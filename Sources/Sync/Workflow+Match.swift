import Catalog
import Events
import JournalStore
import Mapping
import Planning
import Projections
import Survey
import Settings

/// Phase 2 of a run: judges the items by the rules, and records verdicts that differ from the last.
extension Workflow {
    /// Whether a phase behind the mapping is to write items on which nothing was decided yet: without
    /// their canonical products they would be written incompletely.
    func isUnjudged(_ keys: [ItemKey], _ target: System) -> Bool {
        guard order.delivers, order.replay == nil, !order.isSchemaOnly else { return false }
        let account = engine.state.account(target)
        return keys.contains { account.verdicts[$0] == nil }
    }

    /// The account with its decisions on the items: judged anew where the order asks for it.
    ///
    /// What a mapping file says is recorded only when the run is carried out: a look at a plan
    /// decides nothing for later runs.
    func decisions(on keys: [ItemKey], _ target: System) async throws(RunStop) -> AccountState {
        let isTrial = order.mapping != nil && !order.execute && order.delivers
        let drafts = verdictDrafts(keys, target)
        guard isTrial else {
            try await append(drafts)
            return engine.state.account(target)
        }
        var state = engine.state
        do throws(ProjectionError) {
            try state.foresee(drafts, run: engine.run)
        } catch {
            throw .journal(JournalError.failed(path: engine.journal.path, what: "\(error)"))
        }
        return state.account(target)
    }

    private func verdictDrafts(_ keys: [ItemKey], _ target: System) -> [RecordDraft] {
        engine.surroundings.narrator.tell(.step("Matching \(keys.count) items"))
        let state = engine.state
        let account = state.account(target)
        let items = keys.compactMap { state.catalogue.items[$0] }
        let verdicts: [Verdict]
        if let given = order.mapping {
            let known = given.filter { state.catalogue.items[$0.item] != nil }
            verdicts = Self.verdicts(known, account)
        } else {
            let matcher = Matcher(
                canonicals: account.canonicalList,
                rules: engine.configuration.matching.matchRules,
                excludedPrefixes: engine.configuration.matching.excludedPrefixes)
            verdicts = items.map { matcher.verdict(on: $0.item) }
        }
        var drafts: [RecordDraft] = []
        for verdict in verdicts {
            let draft = VerdictEvent(
                verdict, suggestedSKU: engine.configuration.planning.sku(verdict.item))
            guard !draft.isKnown(account.verdicts[verdict.item]) else { continue }
            drafts.append(draft.draft(target, cause: Self.facts(of: verdict, state, account)))
        }
        return drafts
    }

    /// The sequence numbers of the facts that a verdict used: the item and its canonical product.
    private static func facts(
        of verdict: Verdict, _ state: ProjectedState, _ account: AccountState
    ) -> [Int] {
        var facts = [state.catalogue.items[verdict.item]?.exported]
        if case .found(let match) = verdict {
            facts.append(account.canonicals[match.canonicalSKU]?.sequence)
        }
        return facts.compactMap { $0 }.sorted()
    }

    /// Verdicts that a mapping file gives.
    ///
    /// A canonical product that the account does not have is a miss, and says so.
    private static func verdicts(_ given: [MappingFile.Given], _ account: AccountState) -> [Verdict]
    {
        given.map { row in
            guard let sku = row.canonicalSKU else {
                return .missed(
                    Miss(item: row.item, reason: "the mapping file leaves it unmatched", tried: []))
            }
            guard let canonical = account.canonicals[sku]?.canonical else {
                return .missed(
                    Miss(
                        item: row.item,
                        reason: "the mapping file names \(sku), which Plytix does not have",
                        tried: [Miss.Tried(rule: "mapping_file", value: sku)]))
            }
            let key = MatchKey(field: "sku", found: sku, normalised: sku)
            return .found(
                Match(
                    item: row.item, canonicalSKU: sku, canonicalID: canonical.id,
                    rule: "mapping_file", amazon: key, canonical: key, losers: []))
        }
    }
}

/// A verdict as an event.
struct VerdictEvent {
    private enum Event {
        case found(MatchFound)
        case missed(MatchMissed)
    }
    private let event: Event

    init(_ verdict: Verdict, suggestedSKU: String) {
        switch verdict {
        case .found(let match):
            event = .found(
                MatchFound(
                    item: match.item, canonicalSKU: match.canonicalSKU,
                    canonicalID: match.canonicalID, rule: match.rule,
                    amazon: .init(match.amazon), canonical: .init(match.canonical),
                    losers: match.losers.map {
                        MatchFound.Loser(sku: $0.sku, rule: $0.rule, reason: $0.reason)
                    }))
        case .missed(let miss):
            event = .missed(
                MatchMissed(
                    item: miss.item, reason: miss.reason, suggestedSKU: suggestedSKU,
                    tried: miss.tried.map { MatchMissed.Tried(rule: $0.rule, value: $0.value) }))
        }
    }

    /// Whether it says what the last decision said.
    func isKnown(_ last: KnownVerdict?) -> Bool {
        switch (event, last?.outcome) {
        case (.found(let new), .found(let old)): new == old
        case (.missed(let new), .missed(let old)): new == old
        default: false
        }
    }

    func draft(_ system: System, cause: [Int]) -> RecordDraft {
        let cause = cause.map { RecordDraft.Cause.sequence($0) }
        return switch event {
        case .found(let event): event.draft(system: system, cause: cause)
        case .missed(let event): event.draft(system: system, cause: cause)
        }
    }
}

extension Verdict {
    var item: ItemKey {
        switch self {
        case .found(let match): match.item
        case .missed(let miss): miss.item
        }
    }
}

extension MatchFound.Evidence {
    fileprivate init(_ key: MatchKey) {
        self.init(field: key.field, found: key.found, normalised: key.normalised)
    }
}
