import Catalog
import Events
import HTTP
import JSON
import Planning
import PlytixAPI
import Projections
import Survey

/// Doubts are settled by asking, never by hoping: requests that left and of which no outcome is
/// recorded, of this run or of one that was killed.
///
/// Order and ways: `design.md`, Settling. Products and links are read again, and what is still
/// missing is planned anew: Plytix compares SKU and link. Pictures and definitions are waited for
/// until the request can no longer arrive, and then looked for by their name.
extension Courier {
    ///
    /// - `waiting`: whether pictures that may still arrive are waited for; else they stay in doubt.
    package func settleDoubts(waiting: Bool = true) async throws(DeliveryStop) {
        let doubts = account.doubts.sorted { $0.key < $1.key }
        guard !doubts.isEmpty, !settings.sabotage.contains(.settling) else { return }
        try await settleProducts(doubts)
        for (intent, doubt) in account.doubts.sorted(by: { $0.key < $1.key }) {
            if Task.isCancelled { throw .cancelled }
            guard let effect = doubt.effects.first else { continue }
            if tries.isLeft(effect.key) { continue }
            if !waiting, effect.isUpload, clock.now < end(of: doubt) + searchLagMax { continue }
            try await settleByWaiting(intent, doubt, effect)
        }
    }

    /// (c): pictures, families and relations, whose creation Plytix does not compare by a key of
    /// ours; and attributes, which it does, by the same look.
    private func settleByWaiting(
        _ intent: Int, _ doubt: Doubt, _ effect: Effect
    ) async throws(DeliveryStop) {
        if effect.mustWait { try await waitUntil(end(of: doubt) + searchLagMax) }
        switch effect {
        case .uploadAsset(let asset): try await settle(asset, intent, doubt)
        case .defineAttribute, .extendOptions, .defineFamily, .extendFamily, .defineRelation:
            try await settleDefinition(effect, intent, doubt)
        default: break
        }
    }

    /// When the request of a doubt can no longer arrive.
    ///
    /// After a step back of the clock its time can be in the future: the journal's never decreases.
    func end(of doubt: Doubt) -> Instant {
        min(doubt.time, clock.now) + settings.arrivalMax
    }

    func waitUntil(_ instant: Instant) async throws(DeliveryStop) {
        guard clock.now < instant else { return }
        onWait(instant, account.doubts.count)
        do throws(CancellationError) {
            try await clock.sleep(until: instant)
        } catch {
            throw .cancelled
        }
    }

    private func settle(
        _ asset: AssetSource, _ intent: Int, _ doubt: Doubt
    ) async throws(DeliveryStop) {
        let found: [PlytixAsset]
        do throws(APIError) {
            let shown = try await assets(named: asset.file)
            // One that has just arrived may have no bytes yet.
            found = shown.count == 1 ? [try await withBytes(shown[0])] : shown
        } catch {
            guard error.isOfOneRead else { throw Self.stop(for: error) }
            try await leave(asset, intent, doubt, "\(error)")
            return
        }
        switch found.count {
        case 0:
            // The upload may still have met a picture of another name: the next try tells, by a 409.
            late.noteUpload(of: asset.file)
            try await append([
                settled(
                    intent, doubt.effects, .notApplied, .search, evidence: "no asset has its name")
            ])
        case 1 where found[0].bytes == 0:
            let reason = Self.emptyReason(found[0])
            var failure = failed(.uploadAsset(asset), reason: reason, permanence: .item)
            failure.cause = [.sequence(intent)]
            try await append([
                failure, settled(intent, doubt.effects, .setAside, .search, evidence: reason),
            ])
        case 1:
            let adopted = uploaded(asset, found[0], nil, adopted: false)
            var draft = adopted
            draft.cause = [.sequence(intent)]
            try await append([
                draft,
                settled(
                    intent, doubt.effects, .adopted, .search,
                    evidence: "the asset \(found[0].id) has its name"),
            ])
        default:
            let ids = found.map(\.id).sorted().joined(separator: ", ")
            var failure = ambiguous(asset, found)
            failure.cause = [.sequence(intent)]
            try await append([
                failure,
                settled(intent, doubt.effects, .setAside, .search, evidence: "candidates: \(ids)"),
            ])
        }
    }

    /// Leaves a picture in doubt that cannot be looked for: it holds up what shows it, and is set aside
    /// after as many runs as any other failure.
    private func leave(
        _ asset: AssetSource, _ intent: Int, _ doubt: Doubt, _ reason: String
    ) async throws(DeliveryStop) {
        let effect = Effect.uploadAsset(asset)
        tries.leave(effect.key)
        tries.settle(effect.key)
        let reason = "whether it is there cannot be seen: \(reason)"
        let isLast = look { [planning] account in
            (account.failure(of: effect)?.attempts ?? 0) + 1 >= planning.attemptsMax
        }
        var drafts = [failed(effect, reason: reason, permanence: .transient)]
        if isLast {
            drafts.append(settled(intent, doubt.effects, .setAside, .search, evidence: reason))
        }
        try await append(drafts)
    }

    /// The files of pictures of which it is not known whether they are there: what shows them waits.
    package var picturesInDoubt: Set<String> {
        look { account in
            Set(
                account.doubts.values.flatMap(\.effects).compactMap { effect in
                    if case .uploadAsset(let asset) = effect { asset.file } else { nil }
                })
        }
    }

    /// Reads the account's definitions again: what is there is known then, and what is missing is
    /// planned anew.
    private func settleDefinition(
        _ effect: Effect, _ intent: Int, _ doubt: Doubt
    ) async throws(DeliveryStop) {
        let surveyor = Surveyor(
            client: client, chronicle: chronicle, system: system, planning: planning,
            settings: SurveySettings(), clock: clock)
        do throws(SurveyStop) {
            try await surveyor.readDefinitions(family: planning.family)
        } catch {
            switch error {
            case .plytix(let cause): throw Self.stop(for: cause)
            case .journal(let cause): throw .journal(cause)
            case .otherAccount, .unsteady:
                preconditionFailure("definitions are not read by pages that could skip")
            }
        }
        let known = account
        let isThere =
            switch effect {
            case .defineAttribute(let definition): known.attributes[definition.label] != nil
            case .extendOptions(let label, let options):
                Set(known.attributes[label]?.options ?? []).isSuperset(of: options)
            case .defineFamily(let name, _): known.families[name] != nil
            case .extendFamily(let name, let labels):
                Set(known.families[name]?.members ?? []).isSuperset(of: labels)
            case .defineRelation(let label, _): known.relations[label] != nil
            default: false
            }
        if !isThere {
            late.note(LateRequest(effects: doubt.effects, until: end(of: doubt)))
        }
        try await append([
            settled(
                intent, doubt.effects, isThere ? .adopted : .notApplied, .search,
                evidence: isThere ? "it is there" : "it is not there")
        ])
    }

    /// Runs a read whose failure ends the delivery: nothing that collides may be sent before.
    func asking<Value: Sendable>(
        _ body: () async throws(APIError) -> Value
    ) async throws(DeliveryStop) -> Value {
        do throws(APIError) {
            return try await body()
        } catch {
            throw Self.stop(for: error)
        }
    }

    static func stop(for error: APIError) -> DeliveryStop {
        if error.isCancellation { return .cancelled }
        switch error {
        case .budgetUsedUp: return .budgetUsedUp(error)
        case .noAnswer, .limited, .tooManyWaiting, .unreadable: return .unreachable(error)
        case .noToken(.noAnswer): return .unreachable(error)
        case .refused(let refusal) where refusal.mayHaveBeenApplied: return .unreachable(error)
        case .noToken, .refused, .invalid: return .refused(error)
        }
    }
}

extension APIError {
    /// Whether a read failed for what it was about, as far as can be told: the server answered, and
    /// not that nobody may ask.
    var isOfOneRead: Bool {
        switch self {
        case .refused(let refusal):
            refusal.status >= 500 || [400, 404, 409, 422, 428].contains(refusal.status)
        case .unreadable: true
        case .noAnswer(.tooLarge, _): true
        default: false
        }
    }
}

extension Effect {
    var isUpload: Bool { if case .uploadAsset = self { true } else { false } }

    /// Whether a second request could make a second object, so that the first must have arrived or
    /// be lost for good before anything is decided.
    var mustWait: Bool {
        switch self {
        case .uploadAsset, .defineFamily, .defineRelation: true
        default: false
        }
    }
}
