// Which events of the audit trail are shown.

package import Catalog
package import JournalStore
import Events

/// A choice of events; what is nil does not restrict.
package struct LogSelection: Sendable {
    package var run: RunID?
    package var subjects: [Subject]?
    package var kind: String?
    /// The first moment that counts.
    package var since: Instant?
    /// The last moment that counts.
    package var until: Instant?

    package init() {}

    /// Gives the chosen events behind `after` in order, and answers the last number that was looked
    /// at, from which a later call goes on.
    package func events(
        behind after: Int, in reader: JournalReader, _ take: (Record) -> Void
    ) throws(JournalError) -> Int {
        let head = try reader.head().sequence
        var first = after
        if let since {
            let before = Instant(microseconds: since.microseconds - 1)
            first = max(first, try reader.lastSequence(notAfter: before))
        }
        if let subjects {
            try eachAbout(subjects, after: first, through: head, in: reader, take)
        } else {
            try scan(after: first, through: head, in: reader, take)
        }
        return max(head, after)
    }

    /// True for an event of the chosen run, kind and time.
    package func includes(_ record: Record) -> Bool {
        if let run, record.run != run { return false }
        if let kind, record.kind != kind { return false }
        if let since, record.time < since { return false }
        if let until, record.time > until { return false }
        return true
    }

    /// By the index: each event once, whatever number of the subjects it has.
    private func eachAbout(
        _ subjects: [Subject], after: Int, through: Int, in reader: JournalReader,
        _ take: (Record) -> Void
    ) throws(JournalError) {
        var sequences = Set<Int>()
        for subject in subjects { sequences.formUnion(try reader.sequences(of: subject)) }
        for sequence in sequences.sorted() where sequence > after && sequence <= through {
            if let record = try reader.record(sequence), includes(record) { take(record) }
        }
    }

    private func scan(
        after: Int, through: Int, in reader: JournalReader, _ take: (Record) -> Void
    ) throws(JournalError) {
        var failure: JournalError?
        try reader.scan(after: after, through: through, kinds: kind.map { [$0] }) { event in
            guard failure == nil, run == nil || event.run == run,
                until.map({ event.time <= $0 }) ?? true
            else { return }
            do throws(JournalError) {
                let record = try event.record()
                if includes(record) { take(record) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
