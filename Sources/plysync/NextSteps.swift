import Audit
import Catalog
import Events
import Export
import Planning
import Projections
import Sync

/// The commands to type when something is left after a run.
struct NextSteps {
    let lines: [String]

    /// - `schema`: what is missing after a run of definitions alone.
    init(
        _ report: RunReport, schema: SchemaStanding?, state: ProjectedState, isPlanOnly: Bool
    ) {
        var lines: [String] = []
        let failures = report.failures + (schema?.failures ?? [])
        let hasWork = report.plan?.isEmpty == false
        if isPlanOnly, hasWork {
            lines.append(Self.step(Self.executing(report.order, state), "do it"))
        }
        let isUntried = schema?.missing.isEmpty == false && failures.isEmpty
        let isLeft = isUntried || report.phases.contains { $0.pending > 0 || $0.inDoubt > 0 }
        let isPartial = report.exports.contains { !$0.isWhole }
        let retries = failures.contains { !$0.isSetAside }
        if !isPlanOnly, report.stop != nil || isLeft || isPartial || retries {
            lines.append(Self.step(Self.line(report.order.command), "go on"))
        }
        let setAside = failures.filter(\.isSetAside)
        if setAside.contains(where: \.canBeRetried) {
            lines.append(Self.step("plysync retry", "try what failed once more"))
        }
        // Without its definitions nothing can be written: they are mended, and not accepted.
        if let failure = setAside.first(where: { !$0.subject.isDefinition }) {
            let subject = Self.quoted(failure.subject.text)
            lines.append(
                Self.step("plysync accept \(subject) --reason \"...\"", "take a failure as it is"))
        }
        self.lines = lines
    }

    private static func step(_ command: String, _ purpose: String) -> String {
        command.padding(to: 54) + "  " + purpose
    }

    /// The command that carries out what was shown; `plan` itself carries nothing out.
    private static func executing(_ order: RunOrder, _ state: ProjectedState) -> String {
        guard order.command.dropFirst().first == "plan" else {
            return line(order.command) + " --execute"
        }
        guard let scope = state.runs.lastScope?.scope, let flags = flags(of: scope.source) else {
            return "plysync sync --execute"
        }
        return line(["plysync", "sync"] + flags) + " --execute"
    }

    /// Nil for a source that has no short form.
    private static func flags(of source: ScopeSource) -> [String]? {
        switch source {
        case .brand(let text), .style(let text), .keywords(let text): ["--\(source.kind)", text]
        case .asins(let asins) where asins.count <= 10:
            ["--asins", asins.map(\.text).joined(separator: ",")]
        case .asins, .file: nil
        }
    }

    static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "-_./:=,@%+".utf8.contains(byte)
            }
        }
        if isPlain, !word.isEmpty { return word }
        return "'" + printable(word).replacing("'", with: "'\\''") + "'"
    }
}
