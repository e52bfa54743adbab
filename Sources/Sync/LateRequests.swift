import Catalog
import Delivery
import Events
import JournalStore
import Projections

/// Requests of earlier runs that were looked for and not seen, and that may still arrive.
///
/// Those that are in doubt are not among them: they are settled first, by the run that asks.
struct LateRequests {
    private(set) var requests: [LateRequest] = []

    /// - `arrivalMax`: H, how long after it was sent a request may still arrive.
    init(
        reader: JournalReader, state: ProjectedState, now: Instant, arrivalMax: Duration
    ) throws(JournalError) {
        let start = now + .microseconds(-arrivalMax.wholeMicroseconds)
        guard let first = RecentRequests.firstRun(reachingPast: start, in: state.runs) else {
            return
        }
        var sent: [Int: LateRequest] = [:]
        do {
            try reader.scan(after: first.sequence) { record throws(JournalError) in
                guard record.time > start, let body = record.body else { return }
                switch record.kind {
                case EffectIntended.kind:
                    let intent = try? EventDecoding.decode(
                        EffectIntended.self, version: record.version, body: body)
                    sent[record.sequence] = intent.map {
                        LateRequest(effects: $0.effects, until: min(record.time, now) + arrivalMax)
                    }
                case EffectSettled.kind:
                    let settled = try? EventDecoding.decode(
                        EffectSettled.self, version: record.version, body: body)
                    guard let settled, let request = sent.removeValue(forKey: settled.intent),
                        settled.how != .refused,
                        settled.leavesOpen(request.effects)
                    else { return }
                    requests.append(request)
                default: return
                }
            }
        } catch let error as JournalError {
            throw error
        } catch {
            preconditionFailure("only the journal's errors are thrown: \(error)")
        }
    }
}

extension EffectSettled {
    /// Whether some of the request's effects were not seen.
    fileprivate func leavesOpen(_ effects: [Effect]) -> Bool {
        switch result {
        case .notApplied: true
        case .applied: keys.count < effects.count
        case .adopted, .setAside: false
        }
    }
}
