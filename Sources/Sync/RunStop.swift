package import Delivery
package import Export
package import Planning
import Projections
package import Settings
package import Survey
import AmazonAPI
import Catalog
import HTTP
import JournalStore

/// Why a run ended before its end.
package enum RunStop: Error, Sendable {
    case settings(SettingsError)
    case export(ExportStop)
    case survey(SurveyStop)
    case delivery(DeliveryStop)
    case journal(any Error & Sendable)
    /// The plan cannot be carried out as the account is.
    case problems([String])
    /// The plan changes unusually much.
    case massChange(MassChange)
    /// A target that nothing was ever done with.
    case unknownTarget(String)
    case interrupted
}

extension RunStop: CustomStringConvertible {
    package var description: String {
        switch self {
        case .settings(let error): "\(error)"
        case .export(let error): "Amazon: \(error)"
        case .survey(.plytix(let error)): "Plytix: \(error)"
        case .survey(let error): "\(error)"
        case .delivery(.journal(let error)): "\(error)"
        case .delivery(let error): "Plytix: \(error)"
        case .journal(let error): "\(error)"
        case .problems(let problems): problems.joined(separator: "; ")
        case .massChange(let change):
            "the plan changes \(change.changed) of \(change.known) known products (\(Self.reasons(change)))"
        case .unknownTarget(let alias): "the journal knows nothing of a target \"\(alias)\""
        case .interrupted: "interrupted"
        }
    }

    /// What to do next.
    package var hint: String? {
        switch self {
        case .settings(let error): error.hint
        case .export(.amazon(let error)): error.recovery.hint ?? Self.goOn
        case .export(.journal(let error)): Self.journalHint(error.cause)
        case .survey(let error): error.hint
        case .delivery(.journal(let error)): Self.journalHint(error.cause)
        case .delivery(let error): error.hint
        case .journal(let error): Self.journalHint(error)
        case .problems: "Nothing was written. Change the settings, or the account, and try again."
        case .massChange:
            "Nothing was written. Look at the plan; if it is right, run it with --allow-mass-change."
        case .unknownTarget: "Name one that was synced before, with --from or --target."
        case .interrupted: Self.goOn
        }
    }

    /// As `cli.md`, Habits, has it.
    package var exitStatus: Int32 {
        switch self {
        case .settings, .problems, .massChange, .unknownTarget: 2
        case .survey(.otherAccount): 2
        case .export(.amazon(let error)): Self.exitStatus(of: error)
        case .survey(.plytix(let error)): Self.exitStatus(of: error)
        case .survey(.unsteady): 1
        case .delivery(.cancelled), .interrupted: 130
        case .delivery(.refused), .delivery(.unreachable): 3
        case .delivery(.budgetUsedUp): 1
        case .journal, .export(.journal), .survey(.journal), .delivery(.journal): 4
        }
    }

    private static func exitStatus(of error: APIError) -> Int32 {
        if error.isCancellation { return 130 }
        // As many requests as the run may make: its end, and no refusal.
        if error.isEndOfBudget { return 1 }
        return 3
    }

    package var isInterruption: Bool { exitStatus == 130 }

    private static let goOn = "Run the same command again to go on."

    private static func journalHint(_ error: any Error) -> String? {
        if let error = error as? JournalError { return error.hint }
        if let error = error as? TransferError { return error.hint }
        if let error = error as? ChronicleError { return journalHint(error.cause) }
        return "Check the journal with `plysync journal verify`."
    }

    private static func reasons(_ change: MassChange) -> String {
        change.reasons.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) because of \($0.key.rawValue)" }.joined(separator: ", ")
    }
}
