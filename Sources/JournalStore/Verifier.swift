// Holds a whole journal against its format, and goes on to the next part when one is wrong.

import Catalog
import CSQLite

/// One verification on one connection, to be run in one view.
struct Verifier {
    private let reader: ReaderConnection
    private let depth: Verification.Depth
    private var result = Verification()

    private init(_ reader: ReaderConnection, depth: Verification.Depth) {
        self.reader = reader
        self.depth = depth
    }

    /// Looks at everything that `depth` asks for, and at a head that was kept elsewhere.
    static func run(
        _ reader: ReaderConnection, head: JournalHead?, depth: Verification.Depth
    ) -> Verification {
        var verifier = Verifier(reader, depth: depth)
        if depth == .everything { verifier.schema() }
        verifier.chain(head)
        if depth == .everything {
            verifier.blobs()
            verifier.file()
        }
        return verifier.result
    }

    // MARK: Parts

    private mutating func schema() {
        let connection = reader.connection
        result.findings += Self.part { () throws(SQLiteFailure) in
            try Schema.differences(in: connection).map { .schema($0) }
        }
    }

    private mutating func chain(_ kept: JournalHead?) {
        let (reader, withIndex) = (reader, depth == .everything)
        var begun: ChainCheck?
        result.findings += Self.part { () throws(SQLiteFailure) in
            begun = try ChainCheck(reader, withIndex: withIndex)
            return []
        }
        guard var check = begun else { return }
        let finding = check.walk()
        result.events = check.sequence
        result.redacted = check.redacted
        result.head = JournalHead(sequence: check.sequence, hash: Digest(bytes: check.previous))
        if let finding {
            result.findings.append(finding)
        } else {
            result.findings += Self.part { () throws(SQLiteFailure) in try check.leftovers() }
        }
        if let kept {
            result.findings += Self.part { () throws(SQLiteFailure) in
                try Self.compare(kept, with: reader)
            }
        }
        // Behind a wrong event the index cannot be told from the events.
        guard finding == nil, let expected = check.index else { return }
        let isWithin = check.indexedThrough <= check.sequence
        result.findings += Self.part { () throws(SQLiteFailure) in
            let found = try IndexFingerprint(reader.connection)
            return isWithin && found == expected ? [] : [.subjectIndex]
        }
    }

    private static func compare(
        _ kept: JournalHead, with reader: ReaderConnection
    ) throws(SQLiteFailure) -> [Finding] {
        let end = try reader.head()
        if kept.sequence > end.sequence {
            return [.cut(kept: kept.sequence, last: end.sequence)]
        }
        let hash =
            kept.sequence == 0
            ? try JournalIdentity(reader.connection).genesis
            : try reader.connection.first("SELECT hash FROM events WHERE sequence = ?1") {
                $0.bind(1, kept.sequence)
            } row: {
                $0.digest(0)
            } ?? nil
        return hash == kept.hash ? [] : [.otherHistory(kept.sequence)]
    }

    private mutating func blobs() {
        let connection = reader.connection
        var number = 0
        var right = 0
        var redacted = 0
        result.findings += Self.part { () throws(SQLiteFailure) in
            let redactions = try BlobRedactions(connection)
            let rows = try connection.statement(
                "SELECT id, hash, size, checksum, data, sequence FROM blobs ORDER BY id")
            defer { rows.reset() }
            var findings: [Finding] = []
            while try rows.step() {
                number += 1
                guard rows.int(0) == number else {
                    return findings + [.blob(number, "it is missing")]
                }
                let isBlank = rows.bytes(4).isEmpty && rows.int(3) == 0
                if isBlank { redacted += 1 }
                let fault =
                    isBlank
                    ? redactions.fault(ofBlob: rows.digest(1), from: rows.int(5))
                    : Self.fault(ofBlob: rows)
                if let fault {
                    findings.append(.blob(number, fault))
                } else {
                    right += 1
                }
            }
            return findings
        }
        result.blobs = right
        result.redactedBlobs = redacted
    }

    private static func fault(ofBlob row: Statement) -> String? {
        let data = row.bytes(4)
        guard Deflate.checksum(data) == row.int(3) else {
            return "its data or their checksum were changed"
        }
        guard let content = Deflate.restore(data, size: row.int(2)) else {
            return "its data do not give a content of its size"
        }
        return Blob(content).digest == row.digest(1) ? nil : "its hash was changed"
    }

    /// SQLite's own check of pages, indexes and types.
    private mutating func file() {
        let connection = reader.connection
        result.findings += Self.part { () throws(SQLiteFailure) in
            try connection.rows("PRAGMA integrity_check(20)") { $0.text(0) }
                .filter { $0 != "ok" }.map { .damage("the file beneath: \($0)") }
        }
    }

    /// Runs one part; where SQLite cannot go on with it, that is a finding too.
    private static func part(_ work: () throws(SQLiteFailure) -> [Finding]) -> [Finding] {
        do throws(SQLiteFailure) {
            return try work()
        } catch {
            return [.damage(error.message)]
        }
    }
}
