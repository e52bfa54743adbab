import Catalog

/// When a bucket's latest requests were answered, oldest first.
///
/// The server counted each of them at some time before that, so that the time of the answer is the
/// latest at which it can have been counted.
struct AnswerLog: Sendable {
    private var times: [Instant] = []
    /// Where the times begin that still count; those before it are removed now and then.
    private var start = 0

    mutating func append(_ time: Instant) {
        // Kept in order: an answer that was noted late counts as late as the one before it.
        times.append(max(time, times.last ?? time))
    }

    /// How many were answered after an instant.
    func count(after instant: Instant) -> Int { times.count - firstIndex(after: instant) }

    /// The time at an offset among those after an instant: 0 is the oldest; nil when there are fewer.
    func time(_ offset: Int, after instant: Instant) -> Instant? {
        let index = firstIndex(after: instant) + offset
        return times.indices.contains(index) ? times[index] : nil
    }

    /// Forgets what lies at or before an instant.
    mutating func forget(upTo instant: Instant) {
        start = firstIndex(after: instant)
        guard start > 1024, start > times.count / 2 else { return }
        times.removeFirst(start)
        start = 0
    }

    /// Moves all times, when the clock was set.
    mutating func shift(by duration: Duration) {
        times = times.map { $0 + duration }
    }

    /// The index of the first time after an instant, by bisection.
    private func firstIndex(after instant: Instant) -> Int {
        var low = start
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle] > instant { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
