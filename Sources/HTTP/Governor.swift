package import Catalog
import HTTPTypes
import Synchronization

/// Keeps every request of this process within the quotas: each waits for its turn in its bucket,
/// first come, first served.
///
/// Everything that uses a bucket shares one governor.
///
/// A thin shell around `BucketState`, which decides: it takes the lock, asks, drops the lock, acts.
package final class Governor: Sendable {
    /// A turn that was given; ends with `finish`.
    package struct Turn: Sendable {
        package let bucket: String
        fileprivate let ticket: WaitingRoom.Ticket
    }

    private let clock: any WallClock
    private let settings: GovernorSettings
    private let jitter: Jitter
    private let onObservation: @Sendable (LimitObservation) -> Void
    private let onLongWait: @Sendable (LongWait) -> Void
    private let room = WaitingRoom()
    private let buckets: Mutex<[String: BucketState]>
    /// Until when waits were announced, per bucket.
    private let announced = Mutex<[String: Instant]>([:])

    /// Governs by the settings, and by what earlier runs observed (oldest first).
    ///
    /// `onObservation` gets what is learned, once per change; `onLongWait` each wait that people
    /// should know of, once. Both are called without a lock.
    package init(
        clock: any WallClock, jitter: Jitter, settings: GovernorSettings = GovernorSettings(),
        observations: [LimitObservation] = [],
        onObservation: @escaping @Sendable (LimitObservation) -> Void = { _ in },
        onLongWait: @escaping @Sendable (LongWait) -> Void = { _ in }
    ) {
        self.clock = clock
        self.jitter = jitter
        self.settings = settings
        self.onObservation = onObservation
        self.onLongWait = onLongWait
        var buckets: [String: BucketState] = [:]
        for observation in observations {
            buckets[
                observation.bucket,
                default: BucketState(name: observation.bucket, settings: settings)
            ].recall(observation)
        }
        self.buckets = Mutex(buckets)
    }

    /// Limits of a bucket to assume until its server says its own; `reserve` is the part of them
    /// that is left for others, nil for the settings' one.
    package func expect(_ bucket: String, _ limits: [RateLimit], reserve: Double? = nil) {
        let limits = settings.capped(limits, of: bucket)
        change(bucket) { $0.expect(limits, reserve: reserve ?? settings.reserve) }
    }

    /// Limits that the server said.
    package func learn(
        _ bucket: String, _ limits: [RateLimit], from evidence: LimitObservation.Evidence
    ) {
        let limits = settings.capped(limits, of: bucket)
        act(on: change(bucket) { $0.learn(limits, from: evidence) })
    }

    /// Requests that were made before this process began and may still count.
    package func recall(_ bucket: String, requestsAt times: [Instant]) {
        change(bucket) { $0.recall(requestsAt: times) }
    }

    /// The limits of a bucket as they are known or assumed now.
    package func limits(of bucket: String) -> [RateLimit] { change(bucket) { $0.announced } }

    /// When the bucket takes one more request; an instant that has come when it does now.
    package func opening(of bucket: String) -> Instant {
        let now = clock.now
        return change(bucket) { $0.opening(at: now).0 }
    }

    /// Waits for a turn.
    ///
    /// Throws when the task is cancelled or too many wait.
    package func turn(in bucket: String) async throws(APIError) -> Turn {
        let ticket = room.newTicket()
        guard change(bucket, { $0.enter(ticket) }) else {
            throw .tooManyWaiting(bucket: bucket)
        }
        defer { room.discard(ticket) }
        while true {
            guard !Task.isCancelled else {
                act(on: change(bucket) { $0.leave(ticket) })
                throw .noAnswer(.cancelled(sent: false), operation: bucket)
            }
            let now = clock.now
            switch change(bucket, { $0.step(ticket, at: now) }) {
            case .send:
                if let next = change(bucket, { $0.first }) { room.call(next) }
                return Turn(bucket: bucket, ticket: ticket)
            case .wait(let until, let why):
                announce(LongWait(bucket: bucket, until: until, why: why), now: now)
                // At most a minute at once, so that a clock that is set is noticed.
                await wait(ticket, atMostUntil: min(until, now + .seconds(60)))
            case .queue: await room.wait(ticket)
            }
        }
    }

    /// Ends a turn with what became of its request.
    package func finish(_ turn: Turn, with result: Result<Response, APIError>) {
        let now = clock.now
        let outcome = BucketState.Outcome(result, now: now)
        let unit = jitter.unit()
        act(
            on: change(turn.bucket) { state in
                state.finish(turn.ticket, outcome, at: now, unit: unit)
            })
    }

    /// A rate that an answer's header names, for the bucket of its operation.
    package func learnRate(_ perSecond: Double, of bucket: String) {
        // A burst is not announced: whatever it is, only the rate is held against ours.
        let limit = RateLimit.bucket(perSecond: perSecond, burst: .max)
        guard case .bucket(let rate, _)? = settings.capped([limit], of: bucket).first else {
            return
        }
        act(on: change(bucket) { $0.learnRate(rate) })
    }

    private func wait(_ ticket: WaitingRoom.Ticket, atMostUntil instant: Instant) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [clock] in
                do { try await clock.sleep(until: instant) } catch {}
            }
            group.addTask { [room] in await room.wait(ticket) }
            await group.next()
            group.cancelAll()
        }
    }

    private func announce(_ wait: LongWait, now: Instant) {
        guard wait.until - now >= settings.longWait else { return }
        let isNew = announced.withLock { announced in
            // The end of one wait moves a little with each look at it.
            if let until = announced[wait.bucket], wait.until - until < settings.longWait,
                until > now
            {
                return false
            }
            announced[wait.bucket] = wait.until
            return true
        }
        if isNew { onLongWait(wait) }
    }

    private func act(on effects: BucketState.Effects) {
        if let observation = effects.observation { onObservation(observation) }
        if let called = effects.called { room.call(called) }
    }

    @discardableResult
    private func change<Value: Sendable>(
        _ bucket: String, _ body: (inout BucketState) -> Value
    ) -> Value {
        buckets.withLock { buckets in
            body(&buckets[bucket, default: BucketState(name: bucket, settings: settings)])
        }
    }
}

extension BucketState.Outcome {
    /// What a request's result means for its bucket.
    init(_ result: Result<Response, APIError>, now: Instant) {
        switch result {
        case .success(let response) where response.status == 429:
            let retryAfter = RetryAfter(response)
            let serverDate = response.headers[.date].flatMap(HTTPDate.parse)
            self = .refused(
                retryAfter: retryAfter?.delay(now: now, serverDate: serverDate),
                isWhole: retryAfter?.isWhole ?? true)
        case .success: self = .answered
        case .failure(let error): self = error.mayHaveBeenApplied ? .lost : .notSent
        }
    }
}
