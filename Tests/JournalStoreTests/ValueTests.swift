// Small values of the module.

import Catalog
@testable import JournalStore
import Testing

@Suite struct `Values of the journal` {
    @Test func `a lock file is read back, and nothing is read from half of one`() throws {
        let holder = LockHolder(
            process: .init(pid: 12, host: "a host"),
            since: Instant(microseconds: 1_772_353_800_000_001))
        #expect(holder.text == "pid 12\nhost a host\nsince 2026-03-01T08:30:00.000001Z\n")
        #expect(LockHolder(text: holder.text) == holder)
        for count in 0..<holder.text.utf8.count - 16 {
            #expect(LockHolder(text: String(holder.text.prefix(count))) == nil)
        }
    }

    @Test(arguments: [0, 1, 100, 100_000]) func `bytes are restored from their stream`(_ count: Int)
    {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }
        let stream = Deflate.compress(bytes)
        func restored(_ stream: [UInt8], _ size: Int) -> [UInt8]? {
            stream.withUnsafeBytes { Deflate.restore($0, size: size) }
        }
        #expect(restored(stream, count) == bytes)
        #expect(restored(stream, count + 1) == nil)
        #expect(restored(stream, count - 1) == nil)
        #expect(restored(stream + [0], count) == nil)
        #expect(restored(Array(stream.dropLast()), count) == nil)
        #expect(restored(stream, .max) == nil)
    }

    @Test func `paths become URIs that SQLite reads back`() {
        #expect(
            FilePath.uri("/a b/ü%?#.journal", "x=1") == "file:/a%20b/%c3%bc%25%3f%23.journal?x=1")
    }

    @Test func `every error says what happened and what to do`() {
        let errors: [JournalError] = [
            .missing(path: "p"), .notAJournal(path: "p"), .newerFormat(found: 2, supported: 1),
            .locked(by: nil), .readOnly(path: "p"), .unreadable(path: "p"),
            .diskFull(path: "p"), .diskFailed(path: "p", what: "w"),
            .corrupt(path: "p", what: "w"), .schemaChanged(path: "p", differences: ["d"]),
            .busy(path: "p"), .notDurable(path: "p", what: "w"), .changedWhileRead(path: "p"),
            .needsRecovery(path: "p"),
            .conflict(subject: .sku("A"), expected: 1, found: 2), .secretRefused(what: "draft 0"),
            .forbidden(what: "draft 0 has"), .poisoned(reason: "r."), .closed,
            .failed(path: "p", what: "w"),
        ]
        for error in errors {
            #expect(!error.description.isEmpty)
            #expect(error.hint.hasSuffix("."))
        }
    }
}
