import Catalog
import Foundation
import JSON
import Settings
import Sync

/// Runs an order and tells how it ended.
enum RunPhases {
    /// - `report`: writes the phase's file, when one is asked for.
    static func run(
        _ order: RunOrder, _ options: RunOptions, _ configuration: Configuration,
        file: (@Sendable (RunReport, Engine) throws -> JSONValue)? = nil,
        exitCode: (@Sendable (RunReport) -> Int32)? = nil
    ) async throws {
        if let folder = configuration.picturesFolder,
            !order.phases.isDisjoint(with: [.export, .images])
        {
            try OutputFile.check(folder: folder)
        }
        let narrator = ProgressNarrator(isPlain: options.common.isPlain)
        let isJSON = options.common.json
        let output = options.output
        let status = ExitStatusBox()
        try await Launch.run(order, configuration, narrator: narrator) { report, engine in
            narrator.finish()
            if let output, let file, report.stop == nil {
                try OutputFile.write(try file(report, engine).prettyText, to: output)
            }
            let schema = SchemaStanding(
                report, state: engine.state, configuration: engine.configuration)
            if isJSON {
                Console.document(ReportJSON.document(report, schema: schema))
            } else if report.stop?.isEndOfBudget ?? true {
                Console.result(
                    ReportText(report, state: engine.state, configuration: engine.configuration)
                        .text)
            }
            if let stop = report.stop { CommandFailure(stop).print() }
            let isLacking = report.order.execute && schema?.isComplete == false
            status.value =
                report.stop?.exitStatus ?? exitCode?(report)
                ?? (isLacking ? 1 : report.exitStatus)
        }
        if status.value != 0 { terminate(status.value) }
    }

    /// The command as it was typed, without what could be a secret: none of our flags takes one.
    static var typed: [String] { ["plysync"] + CommandLine.arguments.dropFirst() }
}
