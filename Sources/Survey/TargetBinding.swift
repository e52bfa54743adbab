package import Catalog
import Events
import HTTP
package import PlytixAPI
package import Projections
import JSON

/// Finds out which account a target's key opens, and holds the alias to it.
package enum TargetBinding {
    /// The system of a target.
    ///
    /// The first time the alias is bound to the account that the token's claims name; where they
    /// name none, to a name of ours, and later runs hold it to the ids of the definitions that were
    /// seen in it.
    package static func bind(
        alias: String, client: PlytixClient, chronicle: any Chronicle, run: RunID
    ) async throws(SurveyStop) -> System {
        let claimed: String?
        do throws(APIError) {
            claimed = try await client.account().id
        } catch {
            throw .plytix(error)
        }
        let bound = chronicle.read { $0.targets.accounts[alias]?.account }
        guard let bound else {
            let event = TargetBound(
                alias: alias, account: claimed ?? "unnamed-\(run)",
                how: claimed == nil ? .definitions : .claims, evidence: JSONObject())
            let system = System.plytix(account: event.account)
            do throws(ChronicleError) {
                try await chronicle.append([event.draft(system: system)])
            } catch {
                throw .journal(error)
            }
            return system
        }
        let system = System.plytix(account: bound)
        if let claimed {
            guard claimed == bound else {
                throw .otherAccount(alias: alias, bound: bound, found: claimed)
            }
        } else {
            try await holdToDefinitions(alias, bound, client, chronicle.read { $0.account(system) })
        }
        return system
    }

    /// Ids are unique over all accounts: one that has none of those that we know is another one.
    private static func holdToDefinitions(
        _ alias: String, _ bound: String, _ client: PlytixClient, _ known: AccountState
    ) async throws(SurveyStop) {
        guard !known.attributes.isEmpty else { return }
        do throws(APIError) {
            let ids = Set(try await client.allAttributes().map(\.id))
            if known.attributes.values.contains(where: { ids.contains($0.id) }) { return }
            // What was made a moment ago, searches may not show yet.
            for definition in known.attributes.sorted(by: { $0.key < $1.key }).map(\.value)
            where try await client.hasAttribute(definition.id) {
                return
            }
        } catch {
            throw .plytix(error)
        }
        throw .otherAccount(alias: alias, bound: bound, found: "one without its definitions")
    }
}
