import Catalog
import Events
import JournalStore
import Projections

/// Requests to Plytix that runs before this one made and that its windows may still count, as far
/// as the journal shows them.
///
/// Each write stands in it, with the time of its answer, and each page that was read. The other
/// requests of a run are known by their number only, and only of a run that came to its end: they
/// are taken for made when it began to ask Plytix, where most of them are.
struct RecentRequests {
    /// The times by bucket, not in order.
    private(set) var times: [String: [Instant]] = [:]

    /// Reads no further back than to the first run that reached into the longest window.
    init(
        reader: JournalReader, state: ProjectedState, now: Instant
    ) throws(JournalError) {
        let start = now + .microseconds(-Self.longestWindow(in: state).wholeMicroseconds)
        guard let first = Self.firstRun(reachingPast: start, in: state.runs) else { return }
        var traces: [RunID: Trace] = [:]
        var order: [RunID] = []
        var open: [Int: RunID] = [:]
        do {
            try reader.scan(after: first.sequence) { record throws(JournalError) in
                if !open.isEmpty {
                    for cause in try record.cause() {
                        guard let run = open.removeValue(forKey: cause) else { continue }
                        traces[run]?.times[cause] = record.time
                    }
                }
                guard [EffectIntended.kind, PageObserved.kind].contains(record.kind),
                    record.system.isPlytix
                else { return }
                let run = record.run
                if traces[run] == nil {
                    order.append(run)
                    traces[run] = Trace(system: record.system)
                }
                traces[run]?.times[record.sequence] = record.time
                // Pages on which nothing is new stand together in one event.
                if record.kind == PageObserved.kind, let body = record.body,
                    let pages = try? EventDecoding.decode(
                        PageObserved.self, version: record.version, body: body)
                {
                    let more = max(0, (pages.through ?? pages.page) - pages.page)
                    traces[run]?.joined += Array(
                        repeating: record.time, count: min(more, PageReading.pagesMax))
                }
                if record.kind == EffectIntended.kind { open[record.sequence] = run }
            }
        } catch let error as JournalError {
            throw error
        } catch {
            preconditionFailure("only the journal's errors are thrown: \(error)")
        }
        for run in order {
            guard let trace = traces[run] else { continue }
            let finish = state.runs.runs[run]?.finished
            let all = trace.all(of: finish?.body.requests.plytix)
            times[Self.bucket(of: trace.system, in: state), default: []] += all.filter {
                start < $0 && $0 <= now
            }
        }
    }

    /// What one run left behind of its requests.
    private struct Trace {
        let system: System
        /// When they were answered, by the sequence numbers of their events.
        var times: [Int: Instant] = [:]
        /// When pages were answered that stand in the event of another one.
        var joined: [Instant] = []

        init(system: System) { self.system = system }

        /// With those that left no event, of so many in all.
        func all(of count: Int?) -> [Instant] {
            guard let first = times.values.min() else { return [] }
            let others = max(0, (count ?? 0) - times.count - joined.count)
            return Array(times.values) + joined + Array(repeating: first, count: others)
        }
    }

    private static func longestWindow(in state: ProjectedState) -> Duration {
        let limits = state.limits.observations.values.flatMap(\.limits)
        let lengths = limits.compactMap { limit -> Duration? in
            if case .window(_, let length) = limit { length } else { nil }
        }
        return lengths.max() ?? .seconds(3_600)
    }

    /// One run writes at a time, so that a run that was killed had ended when the next one began.
    static func firstRun(reachingPast start: Instant, in runs: RunState) -> RunState.Run? {
        var first: RunState.Run?
        for id in runs.order.reversed() {
            guard let run = runs.runs[id] else { continue }
            let end = run.finished?.time ?? first?.started
            if let end, end <= start { break }
            first = run
        }
        return first
    }

    /// The governor's name for the quota of an account.
    private static func bucket(of system: System, in state: ProjectedState) -> String {
        // One that its tokens do not name is known by the alias.
        guard system.text.hasPrefix("plytix:unnamed-") else { return system.text }
        let alias = state.targets.accounts.keys.sorted().first {
            state.targets.system($0) == system
        }
        return alias.map { "plytix:\($0)" } ?? system.text
    }
}
