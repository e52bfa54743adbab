// Counting what a journal holds.

import Catalog

extension JournalReader {
    /// Reads through the whole journal and counts.
    package func stats() throws(JournalError) -> JournalStats {
        var stats = JournalStats()
        var count = NumberedTallies()
        var day = (date: "", end: Instant(microseconds: .min))
        try scan { event in
            let bytes = event.body?.count ?? 0
            count.add(event, bytes: bytes)
            if event.body == nil { stats.redacted += 1 }
            if event.time >= day.end {
                day = (event.time.date, Self.endOfDay(event.time))
            }
            stats.byDay[day.date, default: .init()].add(bytes)
            stats.total.add(bytes)
            if stats.first == nil { stats.first = event.time }
            stats.last = event.time
        }
        stats.byKind = count.kinds
        stats.byRun = count.runs
        stats.bySystem = count.systems
        let (blobs, fileBytes) = try ask { reader throws(SQLiteFailure) in
            let blobs = try reader.connection.first(
                "SELECT count(*), ifnull(sum(size), 0), ifnull(sum(length(data)), 0) FROM blobs"
            ) { row in
                [row.int(0), row.int(1), row.int(2)]
            }
            let pages = try reader.connection.int("PRAGMA page_count")
            return (blobs ?? [0, 0, 0], pages * (try reader.connection.int("PRAGMA page_size")))
        }
        stats.blobs = blobs[0]
        stats.blobBytes = blobs[1]
        stats.blobBytesStored = blobs[2]
        stats.fileBytes = fileBytes
        return stats
    }

    private static func endOfDay(_ time: Instant) -> Instant {
        Instant(seconds: (time.seconds / 86_400 + 1) * 86_400)
    }
}

/// Tallies by the names of events.
private struct NumberedTallies {
    var kinds: [String: JournalStats.Tally] = [:]
    var runs: [String: JournalStats.Tally] = [:]
    var systems: [String: JournalStats.Tally] = [:]

    mutating func add(_ event: borrowing ScannedRecord, bytes: Int) {
        kinds[event.kind, default: .init()].add(bytes)
        runs[event.run.text, default: .init()].add(bytes)
        systems[event.system.text, default: .init()].add(bytes)
    }
}

extension JournalStats.Tally {
    fileprivate mutating func add(_ bytes: Int) {
        events += 1
        bodyBytes += bytes
    }
}
