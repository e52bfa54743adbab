package import Catalog
package import HTTP
package import Planning
package import PlytixAPI
package import Projections
import Events

/// Reads what a Plytix account holds: which account it is, its definitions, the merchant's own
/// products, and products of ours that the journal does not know.
///
/// Nothing here writes to Plytix.
package struct Surveyor: Sendable {
    let client: PlytixClient
    let chronicle: any Chronicle
    /// The account that is read; `bind` tells it.
    package let system: System
    let planning: PlanningSettings
    let settings: SurveySettings
    let clock: any WallClock

    package init(
        client: PlytixClient, chronicle: any Chronicle, system: System,
        planning: PlanningSettings, settings: SurveySettings, clock: any WallClock
    ) {
        self.client = client
        self.chronicle = chronicle
        self.system = system
        self.planning = planning
        self.settings = settings
        self.clock = clock
    }

    var account: AccountState { chronicle.read { [system] in $0.account(system) } }

    func append(_ drafts: [RecordDraft]) async throws(SurveyStop) {
        guard !drafts.isEmpty else { return }
        do throws(ChronicleError) {
            try await chronicle.append(drafts)
        } catch {
            throw .journal(error)
        }
    }

    /// Runs a read and names its failure.
    func reading<Value: Sendable>(
        _ body: () async throws(APIError) -> Value
    ) async throws(SurveyStop) -> Value {
        do throws(APIError) {
            return try await body()
        } catch {
            throw .plytix(error)
        }
    }
}

/// Why a survey ended before everything was read.
///
/// No decision is made on a partial read.
package enum SurveyStop: Error, Sendable {
    case plytix(APIError)
    case journal(ChronicleError)
    /// The alias was bound to another account before.
    case otherAccount(alias: String, bound: String, found: String)
    /// Pages repeat or skip products, whatever order they are read in.
    case unsteady(what: String, announced: Int, seen: Int)
}

extension SurveyStop: CustomStringConvertible {
    package var description: String {
        switch self {
        case .plytix(let error): "\(error)"
        case .journal(let error): "\(error)"
        case .otherAccount(let alias, let bound, let found):
            "the target \"\(alias)\" belongs to the Plytix account \(bound), but its key now opens \(found)"
        case .unsteady(let what, let announced, let seen):
            "Plytix announced \(announced) \(what) and its pages gave \(seen): they change while they are read"
        }
    }

    /// What to do next.
    package var hint: String {
        switch self {
        case .plytix(let error): error.recovery.hint ?? "Run the same command again to go on."
        case .journal: "Mend it, then run the same command again."
        case .otherAccount:
            "Use the key of that account, or name another target (--target) for this one."
        case .unsteady: "Run the same command again when nobody is importing products."
        }
    }
}
