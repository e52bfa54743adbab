// Counting what a journal holds.

import Catalog

extension JournalReader {
    /// Reads through the whole journal and counts.
    package func stats() throws(JournalError) -> JournalStats {
        var stats = JournalStats()
        var count = NumberedTallies()
        let blobs = try blobSizes()
        var day = (date: "", end: Instant(microseconds: .min))
        try scan { event in
            let tally = JournalStats.Tally(
                events: 1, bodyBytes: event.body?.count ?? 0,
                blobBytes: blobs.stored[event.sequence] ?? 0)
            count.add(event, tally)
            if event.time >= day.end {
                day = (event.time.date, Self.endOfDay(event.time))
            }
            stats.byDay[day.date, default: .init()].add(tally)
            stats.total.add(tally)
            stats.headerBytes += event.headerBytes
            if stats.first == nil { stats.first = event.time }
            stats.last = event.time
            guard let body = event.body else { return stats.redacted += 1 }
            HexDigests.each(in: body) { digest in
                guard let size = blobs.contents[digest] else { return }
                stats.blobReferences += 1
                stats.blobReferenceBytes += size
            }
        }
        stats.byKind = count.kinds
        stats.byRun = count.runs
        stats.bySystem = count.systems
        stats.blobs = blobs.count
        stats.redactedBlobs = blobs.redacted
        stats.blobBytes = blobs.contents.values.reduce(0, +)
        stats.blobBytesStored = blobs.stored.values.reduce(0, +)
        stats.fileBytes = try ask { reader throws(SQLiteFailure) in
            try reader.connection.int("PRAGMA page_count")
                * (try reader.connection.int("PRAGMA page_size"))
        }
        return stats
    }

    /// The sizes of the blobs, without a look at their contents.
    private func blobSizes() throws(JournalError) -> BlobSizes {
        try ask { reader throws(SQLiteFailure) in
            var sizes = BlobSizes()
            let rows = try reader.connection.statement(
                "SELECT sequence, hash, size, length(data) FROM blobs")
            defer { rows.reset() }
            while try rows.step() {
                sizes.count += 1
                guard rows.int(3) > 0, let digest = rows.digest(1) else {
                    sizes.redacted += 1
                    continue
                }
                sizes.stored[rows.int(0), default: 0] += rows.int(3)
                sizes.contents[digest] = rows.int(2)
            }
            return sizes
        }
    }

    private static func endOfDay(_ time: Instant) -> Instant {
        Instant(seconds: (time.seconds / 86_400 + 1) * 86_400)
    }
}

private struct BlobSizes: Sendable {
    var count = 0
    var redacted = 0
    /// What they take in the file, by the event with which they came.
    var stored: [Int: Int] = [:]
    /// Of their contents.
    var contents: [Digest: Int] = [:]
}

/// Tallies by the names of events.
private struct NumberedTallies {
    var kinds: [String: JournalStats.Tally] = [:]
    var runs: [String: JournalStats.Tally] = [:]
    var systems: [String: JournalStats.Tally] = [:]

    mutating func add(_ event: borrowing ScannedRecord, _ tally: JournalStats.Tally) {
        kinds[event.kind, default: .init()].add(tally)
        runs[event.run.text, default: .init()].add(tally)
        systems[event.system.text, default: .init()].add(tally)
    }
}

extension JournalStats.Tally {
    fileprivate mutating func add(_ other: Self) {
        events += other.events
        bodyBytes += other.bodyBytes
        blobBytes += other.blobBytes
    }
}

extension ScannedRecord {
    /// The bytes of its row but for the body.
    fileprivate var headerBytes: Int {
        subjectsText.count + causeText.count + bodyHashBytes.count + hashBytes.count + 6 * 8
    }
}
