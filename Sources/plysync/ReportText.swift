import Catalog
import Events
import Export
import Planning
import Projections
import Settings
import Sync

/// A run or a plan as text for people; it never says more than happened.
struct ReportText {
    private let report: RunReport
    private let state: ProjectedState
    private let configuration: Configuration
    /// Nil for a run of phases.
    private let schema: SchemaStanding?

    init(_ report: RunReport, state: ProjectedState, configuration: Configuration) {
        self.report = report
        self.state = state
        self.configuration = configuration
        schema = SchemaStanding(report, state: state, configuration: configuration)
    }

    /// Failures are listed up to here; the rest is counted.
    private static let failuresMax = 20

    var text: String {
        let parts = [
            source.lines, phases, matches, plan, missing, failures, accepted, requests, conclusion,
        ]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    private var source: SourceText { SourceText(report) }

    /// The run shows what would be done, and did not do it.
    private var isPlanOnly: Bool { report.plan != nil && !report.order.execute }

    // MARK: What was seen and done

    private var phases: [String] {
        report.phases.map { count in
            let name = count.phase.rawValue.padding(to: 14)
            let verb = isPlanOnly && count.phase > .map ? "are as they shall be" : "done"
            var line =
                "\(name)\(count.done) of \(counted(count.expected, count.phase.unit)) \(verb)"
            let parts = [
                (count.unchanged, isPlanOnly ? "" : "unchanged"), (count.adopted, "adopted"),
                (count.accepted, "accepted as they are"), (count.failed, "failed"),
                (count.pending, isPlanOnly ? "to do" : "pending"), (count.inDoubt, "in doubt"),
            ].filter { $0.0 > 0 && !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
            if !parts.isEmpty { line += " (\(parts.joined(separator: ", ")))" }
            return line
        }
    }

    /// How many of the judged items have a canonical product, and by which rule.
    private var matches: [String] {
        guard report.phases.contains(where: { $0.phase == .map }),
            let system = state.targets.system(configuration.targetAlias)
        else { return [] }
        let account = state.account(system)
        let verdicts = PhaseFile.selected(report, state, account, configuration).compactMap {
            account.verdicts[$0]
        }
        var rules: [String: Int] = [:]
        for match in verdicts.compactMap(\.match) { rules[match.rule, default: 0] += 1 }
        let found = rules.values.reduce(0, +)
        let parts = rules.sorted { $0.key < $1.key }.map { "\($0.value) by \($0.key)" }
        return [
            "Matches: \(found)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
                + ", \(verdicts.count - found) without a product of your own"
        ]
    }

    private var plan: [String] {
        guard isPlanOnly, let plan = report.plan else { return [] }
        return PlanText(
            plan, state: state, alias: configuration.targetAlias, limits: configuration.limits
        ).lines
    }

    /// The definitions that the account lacks; those that the plan shows are not named twice.
    private var missing: [String] {
        let planned = isPlanOnly ? Set((report.plan?.effects ?? []).map(\.key)) : []
        let left = (schema?.missing ?? []).filter { !planned.contains($0.effect.key) }
        return left.isEmpty ? [] : ["Missing:"] + left.map { "  \(printable($0.line))" }
    }

    private var failures: [String] {
        guard !report.failures.isEmpty else { return [] }
        let shown = report.failures.prefix(Self.failuresMax).map { failure in
            let tries = failure.attempts > 1 ? ", \(failure.attempts) runs tried" : ""
            let rest =
                failure.isExtra
                ? "looked for again next time"
                : failure.isSetAside ? "not tried again unless you say so" : "tried again next time"
            return "  \(printable(failure.subject.text)) (\(failure.phase.rawValue)): "
                + "\(printable(failure.reason)) [\(rest)\(tries)]"
        }
        let more = report.failures.count - shown.count
        return ["Failed:"] + shown + (more > 0 ? ["  ... and \(more) more; --json lists all"] : [])
    }

    private var accepted: [String] {
        guard !report.accepted.isEmpty else { return [] }
        let shown = report.accepted.prefix(Self.failuresMax).map {
            "  \(printable($0.subject.text)): \(printable($0.reason))"
        }
        let more = report.accepted.count - shown.count
        return ["Accepted as they are:"] + shown + (more > 0 ? ["  ... and \(more) more"] : [])
    }

    private var requests: [String] {
        let count = report.requests
        return [
            "Requests: \(count.amazon) to Amazon, \(count.plytix) to Plytix, of which "
                + "\(counted(count.plytixWrites, "write")). Run \(report.run)."
        ]
    }

    // MARK: What it means, and what to do next

    private var conclusion: [String] { [verdict] + next }

    private var verdict: String {
        if let stop = report.stop { return "Stopped before the end: \(printable("\(stop)"))." }
        if source.isEmpty { return source.nothingFound }
        let isEmpty = report.plan?.isEmpty ?? true
        if isPlanOnly {
            guard isEmpty else { return "Nothing was written to Plytix: this is the plan." }
            if report.order.isSchemaOnly { return schemaVerdict }
            return report.isComplete
                ? "Nothing to do: complete with respect to \(basis)."
                : "Nothing that can be done now is left, but not everything is done: \(leftovers)."
        }
        if report.order.isSchemaOnly { return schemaVerdict }
        guard report.isComplete else { return "Not complete: \(leftovers)." }
        let exception =
            report.accepted.isEmpty
            ? "" : ", but for what was accepted as it is"
        return "Complete with respect to \(basis)\(exception)."
    }

    /// Judged by what the account holds now, not by what was planned.
    private var schemaVerdict: String {
        guard let schema, !schema.isComplete else {
            return "All definitions that the settings need are in Plytix."
        }
        return "Not complete: \(counted(schema.missing.count, "definition")) missing in Plytix."
    }

    /// What completeness is measured by: never more than what was really looked at.
    private var basis: String {
        let order = report.order
        if let replay = order.replay {
            return "what the journal knows of the target \"\(replay.source)\""
        }
        if let basis = source.basis { return basis }
        if order.mapping != nil { return "the items of the mapping file" }
        if let style = order.style {
            return printable("the items of style \"\(style)\" that the journal knows")
        }
        return "the items that the journal knows"
    }

    private var leftovers: String {
        let counts = report.phases
        let parts = [
            (counts.reduce(0) { $0 + $1.failed }, "failed"),
            (counts.reduce(0) { $0 + $1.pending }, "pending"),
            (counts.reduce(0) { $0 + $1.inDoubt }, "in doubt"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let partial =
            report.exports.contains { !$0.isWhole } ? ["the source was not seen whole"] : []
        let all = parts + partial
        if !all.isEmpty { return all.joined(separator: ", ") }
        let empty = report.exports.filter(\.all.isEmpty).map(\.marketplace.code)
        if report.failures.isEmpty, !empty.isEmpty {
            return "nothing was found in \(empty.joined(separator: ", "))"
        }
        let extras = report.failures.count(where: \.isExtra)
        let others = report.failures.count - extras
        return [
            others > 0 ? "\(counted(others, "definition")) failed" : nil,
            extras > 0 ? "\(counted(extras, "picture")) there twice" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private var next: [String] {
        let hints = NextSteps(report, schema: schema, state: state, isPlanOnly: isPlanOnly).lines
        return hints.isEmpty ? [] : ["Next:"] + hints.map { "  " + $0 }
    }
}

/// `1 item`, `20 items`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension String {
    /// Filled with blanks; longer ones stay as they are.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}

extension Phase {
    /// What is counted in the phase.
    var unit: String {
        switch self {
        case .export, .map: "item"
        case .products: "product"
        case .relationships: "link"
        case .images: "gallery picture"
        }
    }
}
