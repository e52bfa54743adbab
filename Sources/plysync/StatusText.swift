import Audit
import Catalog
import Events
import Planning
import Projections

/// A status report for people.
struct StatusText {
    private let report: StatusReport
    private let journal: String
    /// Of each list so many are shown; `--json` has them all.
    private static let shown = 50

    init(_ report: StatusReport, journal: String) {
        self.report = report
        self.journal = journal
    }

    var text: String {
        var lines = ["Journal  \(journal)"]
        lines.append("Source   \(report.source.map { "\($0)" } ?? "nothing was exported yet")")
        for target in report.targets { lines += self.lines(target) }
        lines += runs
        lines += ["", conclusion]
        return lines.map(printable).joined(separator: "\n")
    }

    // MARK: A target

    private func lines(_ target: TargetStanding) -> [String] {
        var title = "Target \(target.alias)"
        if let system = target.system { title += " (\(system))" } else { title += " (never used)" }
        if let origin = target.origin { title += ", a replay of \(origin.alias)" }
        var lines = ["", title] + table(target.phases)
        lines += list("Failed", target.failures.map(line))
        lines += list(
            "Accepted as it is",
            target.accepted.map { failure in
                let words = target.acceptedBecause[failure.key].map { " (accepted: \($0))" } ?? ""
                return [failure.phase.rawValue, failure.subject.text, failure.reason + words]
            })
        lines += list(
            "In doubt: sent, and no outcome is recorded; the next run settles it",
            target.doubts.map { intent, doubt in
                let keys = doubt.effects.map(\.key).joined(separator: ", ")
                return ["\(keys), since \(doubt.time.shortDescription) (event \(intent))"]
            })
        lines += list("Disagreements", target.disagreements.map { ["\($0)"] })
        return lines
    }

    private func table(_ phases: [PhaseCount]) -> [String] {
        var table = TextTable(right: Set(1...6))
        table.add(["phase", "expected", "done", "accepted", "failed", "pending", "in doubt"])
        for count in phases {
            let numbers = [
                count.expected, count.done, count.accepted, count.failed, count.pending,
                count.inDoubt,
            ]
            table.add([count.phase.rawValue] + numbers.map(String.init))
        }
        return table.lines.map { "  " + $0 }
    }

    private func line(_ failure: Accounting.Failure) -> [String] {
        let tries = failure.attempts > 1 ? "\(failure.attempts) runs tried, " : ""
        let end = failure.isSetAside ? "set aside" : "tried again by the next run"
        return [
            failure.phase.rawValue, failure.subject.text, "\(failure.reason) (\(tries)\(end))",
        ]
    }

    private func list(_ title: String, _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        var table = TextTable()
        for row in rows.prefix(Self.shown) { table.add(row) }
        let more = rows.count - Self.shown
        return ["  \(title):"] + table.lines.map { "    " + $0 }
            + (more > 0 ? ["    and \(more) more; --json has them all"] : [])
    }

    // MARK: Runs

    private var runs: [String] {
        guard !report.runs.isEmpty else { return [] }
        var table = TextTable()
        for run in report.runs {
            table.add([
                run.id.text, run.started.shortDescription, run.ending, run.commandLine,
            ])
        }
        var lines = ["", "Last runs"]
        lines += RunsCommand.withFaults(table.lines, report.runs).map { "  " + $0 }
        if let run = report.unfinished {
            lines.append(
                "  Run \(run.id) did not come to its end: it is under way, or was stopped.")
        }
        if let run = report.unfinished ?? report.stopped {
            lines.append("  Nothing is lost; the same command goes on:  \(run.commandLine)")
        }
        return lines
    }

    // MARK: The last line

    private var conclusion: String {
        if report.isComplete { return "Complete: everything expected is accounted for." }
        guard report.itemCount > 0 else {
            return "Not complete: no item is known; begin with `plysync export`."
        }
        var left: [String] = []
        if report.source?.isWhole != true { left.append("the last source was not read to its end") }
        let phases = report.targets.flatMap(\.phases)
        let counts = [
            ("failed", phases.reduce(0) { $0 + $1.failed }),
            ("pending", phases.reduce(0) { $0 + $1.pending }),
            ("in doubt", phases.reduce(0) { $0 + $1.inDoubt }),
        ]
        left += counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        if left.isEmpty {
            left = report.targets.flatMap(\.failures).map(\.reason).prefix(1).map { $0 }
            if left.isEmpty { left = ["requests are in doubt"] }
        }
        return "Not complete: \(left.joined(separator: ", "))."
    }
}
