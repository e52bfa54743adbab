import Audit
import Catalog
import JSON
import JournalStore

/// What a redaction blanks, or did, for people and programs.
struct RedactionText {
    let plan: RedactionPlan
    /// The number of the BodyRedacted event; nil while nothing was done.
    var redaction: Int?
    /// Whether the bytes are gone from the files; nil while nothing was done.
    var isErased: Bool?

    init(plan: RedactionPlan) { self.plan = plan }

    var json: JSONValue {
        [
            "execute": JSONValue(isErased != nil),
            "events": .array(plan.events.map(json)),
            "redacted_before": .array(plan.redactedBefore.map { JSONValue($0) }),
            "raw_items": .array(
                plan.blobs.map {
                    ["hash": JSONValue($0.digest.hex), "bytes": JSONValue($0.size)]
                }),
            "kept_raw_items": .array(
                plan.keptBlobs.map {
                    ["hash": JSONValue($0.blob.digest.hex), "named_by": JSONValue($0.namedBy)]
                }),
            "followers": JSONValue(plan.followers),
            "losses": .array(
                plan.losses.map {
                    [
                        "what": JSONValue($0.what), "before": JSONValue($0.before),
                        "after": JSONValue($0.after),
                    ]
                }),
            "redaction": JSONValue(redaction),
            "erased": isErased.map { JSONValue($0) } ?? .null,
        ]
    }

    private func json(_ record: Record) -> JSONValue {
        [
            "sequence": JSONValue(record.sequence), "kind": JSONValue(record.kind),
            "subjects": JSONValue(record.subjects.map(\.description)),
            "bytes": JSONValue(record.body?.count ?? 0),
        ]
    }

    var text: String {
        let lines = events + rawItems + (isErased == nil ? losses : []) + ["", conclusion]
        return lines.map(printable).joined(separator: "\n")
    }

    private var events: [String] {
        var table = TextTable(right: [0, 3])
        for record in plan.events {
            table.add([
                String(record.sequence), record.kind,
                record.subjects.map(\.description).joined(separator: " "),
                ByteText.text(record.body?.count ?? 0),
            ])
        }
        let before = plan.redactedBefore.map { "Event \($0) was redacted before." }
        let title = plan.events.isEmpty ? [] : [isErased == nil ? "Would be blanked" : "Blanked"]
        return title + table.lines.map { "  " + $0 } + before
    }

    private var rawItems: [String] {
        plan.blobs.map { "  with the raw item \($0.digest.hex), \(ByteText.text($0.size))" }
            + plan.keptBlobs.map {
                "The raw item \($0.blob.digest.hex) stays, since event \($0.namedBy) names it too."
            }
    }

    private var losses: [String] {
        guard !plan.events.isEmpty else { return [] }
        var lines = [""]
        if plan.losses.isEmpty {
            lines.append("Nothing that is known now depends on them.")
        } else {
            lines.append("What is known would change")
            var table = TextTable(right: [1, 3])
            for loss in plan.losses {
                table.add([loss.what, String(loss.before), "to", String(loss.after)])
            }
            lines += table.lines.map { "  " + $0 }
            lines.append("What the next run needs of it, it reads or makes anew.")
        }
        if plan.followers > 0 {
            lines.append(
                "\(counted(plan.followers, "later event")) "
                    + (plan.followers == 1
                        ? "cites them as a cause; this one stays."
                        : "cite them as a cause; these stay."))
        }
        return lines
    }

    private var conclusion: String {
        switch isErased {
        case nil:
            plan.events.isEmpty
                ? "Nothing to blank. With --execute the remains of earlier redactions are erased."
                : "Nothing was changed. Add --execute to blank them; it cannot be undone."
        case true?:
            (redaction.map { "Event \($0) says so. " } ?? "")
                + "The bytes are gone from the journal and its log; copies made before still have "
                + "them."
        case false?:
            (redaction.map { "Event \($0) says so. " } ?? "")
                + "Some bytes are still in the log, since another program reads the journal: "
                + "close it, and run the same command again."
        }
    }
}
