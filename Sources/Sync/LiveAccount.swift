package import Catalog
package import Projections
package import Settings
import Delivery
import HTTP
import JournalStore
import PlytixAPI
import Planning
import Survey

/// Reads what a Plytix account holds now, from the account itself: nothing is written, neither to
/// it nor to a journal.
package enum LiveAccount {
    /// The whole of what is ours in the account: our products, and the listings of the merchant's.
    ///
    /// Costs a request for each product of ours and for each hundred of the merchant's.
    ///
    /// `known` is the account to which the alias was bound, nil for one that was never used; the
    /// read stops when the alias's key opens another account.
    package static func read(
        _ alias: String, known: System?, _ configuration: Configuration,
        _ surroundings: Surroundings
    ) async throws(RunStop) -> AccountState {
        let engine = try engine(configuration, surroundings)
        defer { engine.journal.close() }
        let client: PlytixClient
        do throws(SettingsError) {
            client = try engine.plytix(alias)
        } catch {
            throw .settings(error)
        }
        do throws(SurveyStop) {
            let system = try await TargetBinding.bind(
                alias: alias, client: client, chronicle: engine.chronicle, run: engine.run)
            // An account that its tokens do not name was given a name of ours, which tells nothing.
            if let known, known != system, !known.text.hasPrefix("plytix:unnamed-") {
                throw .otherAccount(alias: alias, bound: known.text, found: system.text)
            }
            let surveyor = Surveyor(
                client: client, chronicle: engine.chronicle, system: system,
                planning: configuration.planning, settings: configuration.survey,
                clock: surroundings.clock)
            try await read(by: surveyor, engine: engine)
            return engine.state.account(system)
        } catch {
            throw .survey(error)
        }
    }

    /// An engine on a journal that lives as long as it does: what is read is folded as always.
    private static func engine(
        _ configuration: Configuration, _ surroundings: Surroundings
    ) throws(RunStop) -> Engine {
        let options = JournalOptions(
            now: { surroundings.clock.now }, randomBytes: { [UInt8](repeating: 0, count: $0) },
            process: .init(pid: surroundings.process.pid, host: surroundings.process.host))
        let journal: Journal
        do throws(JournalError) {
            journal = try Journal.inMemory(options: options)
        } catch {
            throw .journal(error)
        }
        return try Engine.open(configuration, surroundings, journal: journal)
    }

    /// Holds the account to the one that the alias stands for, where its claims name it.
    private static func check(
        _ known: System?, _ client: PlytixClient, _ alias: String
    ) async throws(SurveyStop) {
        let claimed: String?
        do throws(APIError) {
            claimed = try await client.account().id
        } catch {
            throw .plytix(error)
        }
        guard let known, let claimed, known != .plytix(account: claimed) else { return }
        throw .otherAccount(
            alias: alias, bound: String(known.text.dropFirst("plytix:".count)), found: claimed)
    }

    /// Definitions first, then the ids of all our products, so that links can be told by SKU.
    private static func read(by surveyor: Surveyor, engine: Engine) async throws(SurveyStop) {
        try await surveyor.readDefinitions(family: engine.configuration.planning.family)
        // No product has this SKU, so that all that begin like ours are looked for.
        try await surveyor.findOurs([""])
        let ours = engine.state.account(surveyor.system).products.keys.sorted()
        try await surveyor.findOurs(ours)
        try await surveyor.readCanonicals()
    }
}
