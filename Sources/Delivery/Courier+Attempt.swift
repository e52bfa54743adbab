import Catalog
import Events
import HTTP
import HTTPTypes
import Hashing
import JSON
import Planning
import Projections

/// One request: intend, call, record; and what an error means.
extension Courier {
    /// What became of a planned request.
    enum Outcome: Sendable {
        case done
        /// Nothing was left to do, or something that it needs is not there.
        case skipped
        /// It is in doubt, or failed.
        case left
    }

    /// Carries out one planned request.
    func deliver(_ request: PlannedRequest) async throws(DeliveryStop) -> Outcome {
        // A quota that is used up is waited for; each refusal is a try with an intent of its own.
        for _ in 0..<Self.refusalsMax {
            if Task.isCancelled { throw .cancelled }
            guard let errand = errand(for: request) else { return .skipped }
            if let end = late.end(collidingWith: errand.effects, now: clock.now) {
                onWait(end, 1)
                try await sleep(until: end)
                continue
            }
            let intent = IntentBox()
            do {
                let announce = announcer(errand.effects, cause: request.cause, intent)
                let outcomes = try await finishing(intent) { courier async throws(APIError) in
                    try await courier.perform(errand, announce, intent)
                }
                let runsBefore = look { $0.failure(of: errand.culprit)?.attempts ?? 0 }
                try await record(outcomes, of: intent)
                if intent.sequence != nil, let reason = unkept(errand) {
                    // Once may be an answer that came before the change.
                    tries.remember(runs: runsBefore, of: errand.culprit.key)
                    return tries.count(errand.culprit.key, reason) > 1 ? .left : .done
                }
                tries.settle(errand.culprit.key)
                return outcomes.contains { $0.kind == EffectFailed.kind } ? .left : .done
            } catch let error as APIError {
                if let stop = intent.stop { throw stop }
                guard try await judge(error, errand, intent) == .again else { return .left }
            } catch let stop as DeliveryStop {
                throw stop
            } catch {
                preconditionFailure("only these two are thrown: \(error)")
            }
        }
        return .left
    }

    /// What the answer shows otherwise than it was just sent; nil where everything is kept.
    ///
    /// Without it a value that Plytix cuts or a thumbnail that it does not take would be written for
    /// ever.
    private func unkept(_ errand: Errand) -> String? {
        guard case .changeProduct = errand.call else { return nil }
        return look { account in
            for effect in errand.effects {
                guard let known = account.products[String(effect.subject.name)] else { continue }
                switch effect {
                case .setFields(_, let changes):
                    let other = changes.first { change in
                        change.new != FieldValue.today
                            && !FieldValue.areEqual(
                                known.fields.live[change.field] ?? nil, change.new)
                    }
                    if let other { return "Plytix keeps another value of \(other.field)" }
                case .setThumbnail(_, let file, _):
                    let id = account.assetID(file, shownBy: String(effect.subject.name))
                    if known.thumbnail.value != .some(id) {
                        return "Plytix keeps another thumbnail"
                    }
                default: continue
                }
            }
            return nil
        }
    }

    /// Bound of the refusals that one request waits for; at 40 minutes each, more than a day.
    private static let refusalsMax = 50

    private enum Judgement { case again, enough }

    private func errand(for request: PlannedRequest) -> Errand? {
        let today = today
        let errand = look { [planning] in
            Errand(request, account: $0, planning: planning, today: today)
        }
        return errand?.fetching(from: pictures)
    }

    /// Runs a call whose task is not cancelled while a write is under way.
    ///
    /// A write that has left is waited for and recorded when the run is being stopped; its timeout
    /// bounds the wait. Nothing leaves after it: neither a second form of it, nor a look at what it
    /// did, which may have to wait for an hour's quota.
    private func finishing(
        _ intent: IntentBox,
        _ body: @escaping @Sendable (Courier) async throws(APIError) -> [RecordDraft]
    ) async throws -> [RecordDraft] {
        let courier = self
        let task = Task(executorPreference: executor) {
            () async -> Result<[RecordDraft], APIError> in
            do throws(APIError) {
                return .success(try await body(courier))
            } catch {
                return .failure(error)
            }
        }
        intent.whenStopped { task.cancel() }
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            intent.interrupt()
        }
        return try result.get()
    }

    private func perform(
        _ errand: Errand, _ announce: @escaping WriteAnnouncer.Announce, _ intent: IntentBox
    ) async throws(APIError) -> [RecordDraft] {
        let announcer = WriteAnnouncer(announce, answered: { intent.answered() })
        let result = await WriteAnnouncer.$current.withValue(announcer) {
            () async -> Result<[RecordDraft], APIError> in
            do throws(APIError) {
                return .success(try await perform(errand))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func announcer(
        _ effects: [Effect], cause: [Int], _ intent: IntentBox
    ) -> WriteAnnouncer.Announce {
        let courier = self
        return { (request: Request) async throws(APIError) -> Void in
            try await courier.announce(effects, request, cause: cause, in: intent)
        }
    }

    /// Records the intent of an attempt.
    ///
    /// A second attempt of the same call (the first was refused for its token or its form) ends the
    /// intent of the first.
    private func announce(
        _ effects: [Effect], _ request: Request, cause: [Int], in intent: IntentBox
    ) async throws(APIError) {
        guard intent.mayLeave() else {
            throw .noAnswer(
                .cancelled(sent: false), operation: request.method.rawValue)
        }
        if settings.sabotage.contains(.intents) { return }
        var drafts: [RecordDraft] = []
        if let earlier = intent.sequence {
            drafts.append(
                settled(
                    earlier, effects, .notApplied, .refused,
                    evidence: "it was refused, and is sent again"))
        }
        let target = RequestTarget(request.url)
        let event = EffectIntended(
            effects: effects, attempt: intent.attempts + 1, method: request.method.rawValue,
            path: target.path, bodyHash: ContentHash.of(request.body),
            believed: look { $0.believed(by: effects) })
        drafts.append(event.draft(system: system, cause: cause.map { .sequence($0) }))
        do throws(ChronicleError) {
            let sequences = try await chronicle.append(drafts)
            intent.announced(sequences.last)
        } catch {
            intent.stop = .journal(error)
            throw .noAnswer(
                .cancelled(sent: false), operation: "\(request.method.rawValue) \(target.path)")
        }
    }

    /// Appends the outcomes of an answer, all or none, each with its intent as cause.
    private func record(_ outcomes: [RecordDraft], of intent: IntentBox) async throws(DeliveryStop)
    {
        var drafts = outcomes
        if let sequence = intent.sequence {
            for index in drafts.indices { drafts[index].cause.insert(.sequence(sequence), at: 0) }
        }
        guard !drafts.isEmpty else { return }
        try await append(drafts)
    }

    func append(_ drafts: [RecordDraft]) async throws(DeliveryStop) {
        do throws(ChronicleError) {
            try await chronicle.append(drafts)
        } catch {
            throw .journal(error)
        }
    }

    /// What an error means for the request: it is tried again, has failed, is in doubt, or ends all.
    private func judge(
        _ error: APIError, _ errand: Errand, _ intent: IntentBox
    ) async throws(DeliveryStop) -> Judgement {
        if error.mayHaveBeenApplied {
            // Left in doubt: the next round settles it by asking.
            _ = tries.count(errand.culprit.key, "\(error)")
            return .enough
        }
        switch error {
        case .noAnswer(.cancelled, _), .noToken(.noAnswer(.cancelled, _)):
            try await refuse(intent, errand, "stopped before it left")
            throw .cancelled
        case .budgetUsedUp:
            try await refuse(intent, errand, "\(error)")
            throw .budgetUsedUp(error)
        case .limited:
            try await refuse(intent, errand, "\(error)")
            return .again
        case .noAnswer:
            try await refuse(intent, errand, "\(error)")
            let count = tries.count(errand.culprit.key, "\(error)")
            guard count < settings.triesMax else { throw .unreachable(error) }
            try await pause(after: count)
            return .again
        case .noToken(let cause):
            try await refuse(intent, errand, "\(error)")
            if case .noAnswer = cause { throw .unreachable(error) }
            throw .refused(error)
        case .refused(let refusal) where [401, 402, 403].contains(refusal.status):
            try await refuse(intent, errand, "\(refusal.status)")
            throw .refused(error)
        case .refused where errand.upload.map(pictures.turnFrom) == true:
            try await refuse(intent, errand, "\(error)")
            return .again
        case .refused(let refusal):
            return try await judge(refusal, errand, intent)
        case .invalid, .tooManyWaiting, .unreadable:
            try await fail(errand, error, intent)
            return .enough
        }
    }

    /// A request that names something which is gone is tried again without it; any other refusal
    /// is a failure of its own.
    private func judge(
        _ refusal: Refusal, _ errand: Errand, _ intent: IntentBox
    ) async throws(DeliveryStop) -> Judgement {
        let gone: [RecordDraft]
        do throws(APIError) {
            gone = try await vanished(errand, refusal)
        } catch {
            try await refuse(intent, errand, "\(refusal)")
            if error.isCancellation { throw .cancelled }
            // Why it was refused could not be seen: a later round tries it again.
            _ = tries.count(errand.culprit.key, "\(refusal)")
            return .enough
        }
        guard gone.isEmpty else {
            try await refuse(intent, errand, "\(refusal)")
            try await append(gone)
            return .again
        }
        try await fail(errand, .refused(refusal), intent)
        return .enough
    }

    /// Seconds that double with each try.
    private func pause(after tries: Int) async throws(DeliveryStop) {
        try await sleep(until: clock.now + .seconds(1 << min(tries, 5)))
    }

    private func sleep(until instant: Instant) async throws(DeliveryStop) {
        do throws(CancellationError) {
            try await clock.sleep(until: instant)
        } catch {
            throw .cancelled
        }
    }

    /// Ends the intent of a request that was surely not carried out.
    private func refuse(
        _ intent: IntentBox, _ errand: Errand, _ reason: String
    ) async throws(DeliveryStop) {
        guard let sequence = intent.sequence else { return }
        try await append([
            settled(sequence, errand.effects, .notApplied, .refused, evidence: reason)
        ])
    }

    func settled(
        _ intent: Int, _ effects: [Effect], _ result: EffectSettled.Result,
        _ how: EffectSettled.How, evidence: String
    ) -> RecordDraft {
        EffectSettled(
            intent: intent, keys: effects.map(\.key), result: result, how: how,
            evidence: .string(evidence), about: effects.map(\.subject).uniqued
        ).draft(system: system, cause: [.sequence(intent)])
    }

    /// Records that a request failed for a reason of its own.
    private func fail(
        _ errand: Errand, _ error: APIError, _ intent: IntentBox
    ) async throws(DeliveryStop) {
        var answer: AnswerFacts?
        if case .refused(let refusal) = error { answer = refusal.facts }
        tries.settle(errand.culprit.key)
        try await record(
            [failed(errand.culprit, reason: "\(error)", permanence: .item, answer: answer)],
            of: intent)
    }

    /// The event of a failure; it counts the runs that failed with the same input.
    func failed(
        _ effect: Effect, reason: String, permanence: EffectFailed.Permanence,
        answer: AnswerFacts? = nil
    ) -> RecordDraft {
        let before = max(
            look { $0.failure(of: effect)?.attempts ?? 0 }, tries.runsBefore(effect.key))
        return EffectFailed(
            key: effect.key, phase: effect.phase, subject: effect.subject, status: answer?.status,
            reason: reason, permanence: permanence, attempt: before + 1, facts: effect.facts,
            answer: answer.map(Answer.init)
        ).draft(system: system)
    }
}

extension Answer {
    init(_ facts: AnswerFacts) {
        self.init(status: facts.status, requestID: facts.requestID, date: facts.date)
    }
}

extension Array where Element: Hashable {
    /// The elements in their order, each once.
    var uniqued: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
