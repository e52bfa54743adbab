// Why a person took failures as they are: only the journal itself has the words.

package import JournalStore
import Catalog
import Events
import JSON
import Planning

extension TargetStanding {
    /// Looks up the reason of each accepted failure; one that was redacted stays unknown.
    ///
    /// Looks at the events about what failed, by their index.
    package mutating func readReasons(in reader: JournalReader) throws(JournalError) {
        for failure in accepted {
            acceptedBecause[failure.key] = try reason(for: failure, in: reader)
        }
    }

    /// The reason of the last decision counts.
    private func reason(
        for failure: Accounting.Failure, in reader: JournalReader
    ) throws(JournalError) -> String? {
        for sequence in try reader.sequences(of: failure.subject).reversed() {
            guard let record = try reader.record(sequence), record.kind == ItemAccepted.kind,
                record.system == system, let body = record.body,
                let event = try? EventDecoding.decode(
                    ItemAccepted.self, version: record.version, body: body),
                event.key == failure.key
            else { continue }
            return event.reason
        }
        return nil
    }
}
