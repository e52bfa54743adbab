import Catalog
import JSON
import JournalStore

/// The numbers of a journal, for people and programs.
struct JournalStatsText {
    private let stats: JournalStats
    private let journal: String
    /// Of runs and days so many are shown, the last ones; `--json` has them all.
    private static let shown = 10

    init(_ stats: JournalStats, journal: String) {
        self.stats = stats
        self.journal = journal
    }

    var json: JSONValue {
        [
            "journal": JSONValue(journal), "events": JSONValue(stats.total.events),
            "redacted": JSONValue(stats.redacted),
            "first": JSONValue(stats.first?.description),
            "last": JSONValue(stats.last?.description),
            "bytes": [
                "file": JSONValue(stats.fileBytes), "bodies": JSONValue(stats.total.bodyBytes),
                "columns": JSONValue(stats.headerBytes),
                "raw_items": JSONValue(stats.blobBytesStored),
            ],
            "raw_items": [
                "count": JSONValue(stats.blobs), "redacted": JSONValue(stats.redactedBlobs),
                "references": JSONValue(stats.blobReferences),
                "bytes": JSONValue(stats.blobBytes),
                "stored_bytes": JSONValue(stats.blobBytesStored),
                "saved_by_deduplication": JSONValue(stats.savedByDeduplication),
                "saved_by_compression": JSONValue(stats.savedByCompression),
            ],
            "kinds": Self.json(stats.kinds), "runs": Self.json(stats.runs),
            "systems": Self.json(stats.systems), "days": Self.json(stats.days),
        ]
    }

    private static func json(_ rows: [(name: String, tally: JournalStats.Tally)]) -> JSONValue {
        .array(
            rows.map { row in
                [
                    "name": JSONValue(row.name), "events": JSONValue(row.tally.events),
                    "body_bytes": JSONValue(row.tally.bodyBytes),
                    "raw_item_bytes": JSONValue(row.tally.blobBytes),
                ]
            })
    }

    var text: String {
        var lines = [
            "Journal  \(journal)",
            "Events   \(stats.total.events)\(redacted)\(time)",
            "Bytes    \(ByteText.text(stats.fileBytes)) in the file: "
                + "\(ByteText.text(stats.total.bodyBytes)) bodies, "
                + "\(ByteText.text(stats.headerBytes)) other columns, "
                + "\(ByteText.text(stats.blobBytesStored)) raw items",
        ]
        lines += rawItems
        lines += section("Kinds", stats.kinds.sorted { $0.tally.events > $1.tally.events })
        lines += section("Systems", stats.systems)
        lines += section("Runs", stats.runs, atMost: Self.shown)
        lines += section("Days", stats.days, atMost: Self.shown)
        return lines.map(printable).joined(separator: "\n")
    }

    private var redacted: String {
        stats.redacted > 0 ? ", \(stats.redacted) of them redacted" : ""
    }

    private var time: String {
        guard let first = stats.first, let last = stats.last else { return "" }
        return ", from \(first.shortDescription) to \(last.shortDescription)"
    }

    private var rawItems: [String] {
        guard stats.blobs > 0 else { return [] }
        let redacted = stats.redactedBlobs > 0 ? ", \(stats.redactedBlobs) of them redacted" : ""
        return [
            "Raw      \(counted(stats.blobs, "item"))\(redacted), "
                + "named \(counted(stats.blobReferences, "time"))",
            "         \(ByteText.text(stats.savedByDeduplication)) saved by keeping each once, "
                + "\(ByteText.text(stats.savedByCompression)) by compression",
        ]
    }

    private func section(
        _ title: String, _ rows: [(name: String, tally: JournalStats.Tally)],
        atMost count: Int = .max
    ) -> [String] {
        guard !rows.isEmpty else { return [] }
        var table = TextTable(right: [1, 2, 3])
        table.add([title, "events", "bodies", "raw items"])
        for row in rows.suffix(count) {
            table.add([
                row.name, String(row.tally.events), ByteText.text(row.tally.bodyBytes),
                row.tally.blobBytes > 0 ? ByteText.text(row.tally.blobBytes) : "",
            ])
        }
        let left = rows.count - min(rows.count, count)
        return [""] + table.lines
            + (left > 0 ? ["and \(left) before; `--json` shows all"] : [])
    }
}
