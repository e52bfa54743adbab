// What the end of a request tells about its bucket.

import Catalog

extension BucketState {
    /// A request that had its turn ended.
    ///
    /// `unit` is a number of 0 ..< 1 drawn by chance.
    mutating func finish(
        _ ticket: WaitingRoom.Ticket, _ outcome: Outcome, at now: Instant, unit: Double
    ) -> Effects {
        notice(now)
        guard let sent = inFlight.removeValue(forKey: ticket) else { return Effects() }
        var effects = Effects()
        switch outcome {
        case .notSent: break
        case .lost: log.append(now)
        case .answered:
            log.append(now)
            refusalsInRow = 0
            pace?.speedUp()
        case .refused(let retryAfter, let isWhole):
            effects.observation = refused(
                sent: sent, at: now, retryAfter: retryAfter, isWhole: isWhole, unit: unit)
        }
        // Whoever is first may be waiting for an instant that is no longer the right one.
        if outcome != .answered || settings.probesLongWindows { effects.called = queue.first }
        return effects
    }

    private mutating func refused(
        sent: Instant, at now: Instant, retryAfter: Duration?, isWhole: Bool, unit: Double
    ) -> LimitObservation? {
        // Several requests may be refused in one go: that is one refusal.
        let isNew = refusedAt.map { sent > $0 } ?? true
        if isNew {
            refusedAt = now
            refusalsInRow += 1
        }
        var wait = retryAfter ?? (isNew ? ownWait(unit) : .zero)
        if retryAfter == .zero { wait = .seconds(1) }
        shutUntil = max(shutUntil ?? now, now + wait)
        if let retryAfter, retryAfter > .zero,
            let window = refusingWindow(for: retryAfter, at: now)
        {
            let rounding = isWhole ? Duration.seconds(1) : .zero
            learnBoundary(
                WindowLimit.Boundary(
                    earliest: sent + (retryAfter - rounding), latest: now + retryAfter),
                length: window)
            return observation(.refusal, windowsOf: window, resetsAt: now + retryAfter)
        }
        guard isNew, pace != nil else { return nil }
        pace?.slowDown(at: now)
        return observation(.refusal, windowsOf: nil, resetsAt: nil)
    }

    /// The wait after a refusal that names none.
    private func ownWait(_ unit: Double) -> Duration {
        let doublings = min(refusalsInRow - 1, 10)
        if let shortest = windows.map(\.length).min() {
            // Less than a window would be refused again; some more keeps clients apart.
            let wait = min(shortest * (1 << doublings), max(shortest, .seconds(900)))
            return wait + .microseconds(Int(shortest.inSeconds * 250_000 * unit))
        }
        let bound = min(Duration.seconds(1) * (1 << doublings), .seconds(60))
        return .microseconds(Int(bound.inSeconds * 1_000_000 * unit))
    }

    /// The length of the window that a refusal is about: the shortest one that the wait fits in, but
    /// a longer one if that is the one that our own requests have filled most.
    private func refusingWindow(for wait: Duration, at now: Instant) -> Duration? {
        let candidates = windows.filter { $0.length >= wait }.sorted { $0.length < $1.length }
        guard var best = candidates.first else { return nil }
        var bestFill = 0.5
        for window in candidates {
            let used = window.used(now: now, log: log, inFlight: inFlight.count) + 1
            let fill = Double(used) / Double(window.requests)
            if fill > bestFill { (best, bestFill) = (window, fill) }
        }
        return best.length
    }

    func observation(
        _ evidence: LimitObservation.Evidence, windowsOf length: Duration?, resetsAt: Instant?
    ) -> LimitObservation {
        var limits = announced
        if let length {
            limits = announced.filter {
                if case .window(_, length) = $0 { true } else { false }
            }
        } else if evidence == .refusal, let pace {
            limits = [.bucket(perSecond: pace.perSecond * pace.pace, burst: pace.burst)]
        }
        return LimitObservation(
            bucket: name, limits: limits, evidence: evidence, resetsAt: resetsAt)
    }
}
