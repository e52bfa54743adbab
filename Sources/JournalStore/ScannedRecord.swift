// An event in the middle of a scan: nothing of it is copied before it is asked for.

package import Catalog

/// An event where it lies in SQLite's memory, valid during one call of a scan's body.
package struct ScannedRecord: ~Copyable {
    /// Its place in the journal, from 1 without gaps.
    package let sequence: Int
    /// When it was committed.
    package let time: Instant
    /// The version of its kind's body.
    package let version: Int
    /// Canonical JSON, valid during the call only; nil when it was redacted.
    package let body: UnsafeRawBufferPointer?
    /// The number of the kind's name in this journal: equal kinds have equal numbers.
    package let kindNumber: Int

    let runNumber: Int
    let systemNumber: Int
    let subjectsText: UnsafeRawBufferPointer
    let causeText: UnsafeRawBufferPointer
    let bodyHashBytes: UnsafeRawBufferPointer
    let hashBytes: UnsafeRawBufferPointer
    let context: ScanContext

    /// The stored name of its kind; where it is asked for every event, `kindNumber` is cheaper.
    package var kind: String { context.names[kindNumber - 1] }
    /// The run that wrote it.
    package var run: RunID { RunID(text: context.names[runNumber - 1]) }
    /// Where the fact comes from or goes to.
    package var system: System { System(text: context.names[systemNumber - 1]) }

    /// What the event is about; read anew at every call.
    ///
    /// - Throws: `.corrupt` when the column holds something else.
    package func subjects() throws(JournalError) -> [SubjectReference] {
        guard let subjects = ColumnText.subjects(subjectsText) else {
            throw corrupt("its subjects are not as they are written")
        }
        return subjects
    }

    /// The numbers of the events that it follows from; read anew at every call.
    ///
    /// - Throws: `.corrupt` when the column holds something else.
    package func cause() throws(JournalError) -> [Int] {
        guard let cause = ColumnText.cause(causeText) else {
            throw corrupt("its cause is not as it is written")
        }
        return cause
    }

    /// A copy that lives on.
    ///
    /// - Throws: `.corrupt` when a column holds what the format does not allow.
    package func record() throws(JournalError) -> Record {
        guard bodyHashBytes.count == 32, hashBytes.count == 32 else {
            throw corrupt("its hashes have not 32 bytes")
        }
        return Record(
            sequence: sequence, time: time, run: run, system: system, kind: kind, version: version,
            subjects: try subjects(), cause: try cause(), body: body.map { Array($0) },
            bodyHash: Digest(bytes: bodyHashBytes), hash: Digest(bytes: hashBytes))
    }

    private func corrupt(_ what: String) -> JournalError {
        .corrupt(path: context.path, what: "event \(sequence): \(what)")
    }
}

/// What the events of a scan share.
final class ScanContext: Sendable {
    let path: String
    /// Name number n is the n-th.
    let names: [String]

    init(path: String, names: [String]) {
        self.path = path
        self.names = names
    }
}
