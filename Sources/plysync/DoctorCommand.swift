import ArgumentParser
import Catalog
import Foundation
import JSON
import NetworkTransport
import Settings

/// Checks everything that can be checked without writing to Plytix.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Check settings, journal, credentials, permissions, the Plytix schema and clocks.",
        discussion: """
            Makes a few reading requests to Amazon and Plytix, and writes to neither. Each line says \
            ok, warning or failed, and what to do.

            Example:  plysync doctor
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var findings: [Finding] = []
        do {
            let settings = try common.configuration()
            findings.append(Self.settings(settings))
            findings += JournalExamination.run(settings)
            let transport = NetworkTransport()
            let examination = RemoteExamination(settings, transport: transport)
            findings += await examination.amazon()
            findings += await examination.plytix()
            await transport.shutdown()
        } catch let failure as CommandFailure {
            findings.append(
                Finding("settings", .failed(failure.exitStatus), failure.what, advice: failure.hint)
            )
        }
        if common.json {
            Console.document(Self.document(findings))
        } else {
            Console.result(Self.text(findings))
        }
        if let status = findings.lazy.compactMap(\.exitStatus).first { terminate(status) }
    }

    /// One thing that was looked at.
    struct Finding {
        let part: String
        let result: Result
        let what: String
        let advice: String?

        enum Result: Equatable {
            case ok, warning
            /// With the exit status of the program.
            case failed(Int32)

            var word: String {
                switch self {
                case .ok: "ok"
                case .warning: "warning"
                case .failed: "failed"
                }
            }
        }

        init(_ part: String, _ result: Result, _ what: String, advice: String? = nil) {
            self.part = part
            self.result = result
            self.what = printable(what)
            self.advice = advice.map(printable)
        }

        var exitStatus: Int32? { if case .failed(let status) = result { status } else { nil } }
    }

    private static func settings(_ settings: Configuration) -> Finding {
        let source = settings.file ?? "no file (plysync.yaml is not in this directory)"
        let places = settings.marketplaces.map(\.code).joined(separator: ", ")
        return Finding(
            "settings", settings.file == nil ? .warning : .ok,
            "\(source); marketplaces \(places), target \(settings.targetAlias)",
            advice: settings.file == nil
                ? "Standard settings hold; `plysync init` writes a file." : nil)
    }

    private static func text(_ findings: [Finding]) -> String {
        let lines = findings.flatMap { finding in
            [
                "\(finding.result.word.padding(to: 8)) \(finding.part.padding(to: 20)) \(finding.what)"
            ] + (finding.advice.map { [String(repeating: " ", count: 30) + $0] } ?? [])
        }
        let failed = findings.count { $0.exitStatus != nil }
        let warnings = findings.count { $0.result == .warning }
        let end =
            failed > 0
            ? "\(failed) of \(findings.count) checks failed."
            : "\(findings.count) checks, none failed"
                + (warnings > 0 ? ", \(counted(warnings, "warning"))." : ".")
        return (lines + ["", end]).joined(separator: "\n")
    }

    private static func document(_ findings: [Finding]) -> JSONValue {
        [
            "ok": JSONValue(findings.allSatisfy { $0.exitStatus == nil }),
            "checks": .array(
                findings.map { finding in
                    [
                        "check": .string(finding.part), "result": .string(finding.result.word),
                        "what": .string(finding.what), "advice": JSONValue(finding.advice),
                    ]
                }),
        ]
    }
}
