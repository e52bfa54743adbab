import Catalog
import Events
import JSON
import Planning
import Sync
import Export

/// The document with which every command that runs phases ends (`cli.md`, Shapes).
enum ReportJSON {
    /// - `schema`: what a run of definitions alone counts, in place of phases.
    static func document(_ report: RunReport, schema: SchemaStanding?) -> JSONValue {
        let phases = report.phases.map { count -> JSONValue in
            [
                "phase": .string(count.phase.rawValue), "expected": JSONValue(count.expected),
                "done": JSONValue(count.done), "unchanged": JSONValue(count.unchanged),
                "adopted": JSONValue(count.adopted), "accepted": JSONValue(count.accepted),
                "failed": JSONValue(count.failed), "pending": JSONValue(count.pending),
                "in_doubt": JSONValue(count.inDoubt),
            ]
        }
        var document = JSONObject([
            ("run", .string(report.run.text)), ("execute", JSONValue(report.order.execute)),
            ("complete", JSONValue(report.isComplete && schema?.isComplete != false)),
            ("phases", .array(phases)),
            (
                "requests",
                [
                    "amazon": JSONValue(report.requests.amazon),
                    "plytix": JSONValue(report.requests.plytix),
                    "plytix_writes": JSONValue(report.requests.plytixWrites),
                ]
            ),
            ("failures", .array((report.failures + (schema?.failures ?? [])).map(failure))),
        ])
        if let schema { document["missing"] = .array(schema.missing.map(\.json)) }
        if let stop = report.stop { document["error"] = .string("\(stop)") }
        if let plan = report.plan, !report.order.execute {
            document["plan"] = PlanJSON.document(plan)
        }
        let partial = report.exports.filter { !$0.isWhole }
        if !partial.isEmpty {
            document["incomplete"] = .array(
                partial.map { export in
                    [
                        "marketplace": .string(export.marketplace.code),
                        "seen": JSONValue(export.items.count),
                        "announced": JSONValue(export.announced),
                        "stop": JSONValue(export.stop?.rawValue),
                    ]
                })
        }
        return .object(document)
    }

    private static func failure(_ failure: Accounting.Failure) -> JSONValue {
        [
            "subject": .string(failure.subject.text), "phase": .string(failure.phase.rawValue),
            "reason": .string(failure.reason), "attempts": JSONValue(failure.attempts),
        ]
    }
}
