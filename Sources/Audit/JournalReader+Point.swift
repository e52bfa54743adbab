// Points in a journal's history: a number, a run, a time.

package import Catalog
package import JournalStore

extension JournalReader {
    /// The number of the last event not after a time; 0 when all are later.
    ///
    /// Looks at about twenty events in a journal of a million.
    package func lastSequence(notAfter time: Instant) throws(JournalError) -> Int {
        var known = 0
        var beyond = try head().sequence + 1
        while known + 1 < beyond {
            let middle = known + (beyond - known) / 2
            guard let record = try record(middle) else { return known }
            if record.time <= time { known = middle } else { beyond = middle }
        }
        return known
    }

    /// The number of a run's last event; nil when there is none of it.
    ///
    /// Reads through the journal.
    package func lastSequence(of run: RunID) throws(JournalError) -> Int? {
        var last: Int?
        try scan { record in
            if record.run == run { last = record.sequence }
        }
        return last
    }
}
