package import Catalog
import Events
import HTTP
package import PlytixAPI
package import Projections
import JSON

/// Finds out which account a target's key opens, and holds the alias to it.
package enum TargetBinding {
    /// The system of a target. The first time the alias is bound to the account that the token's
    /// claims name, or else to the ids of the account's definitions; later it must be the same.
    package static func bind(
        alias: String, client: PlytixClient, chronicle: any Chronicle
    ) async throws(SurveyStop) -> System {
        let found: (id: String, how: TargetBound.How)
        do throws(APIError) {
            if let id = try await client.account().id {
                found = (id, .claims)
            } else {
                found = (try await fingerprint(of: client), .definitions)
            }
        } catch {
            throw .plytix(error)
        }
        let bound = chronicle.read { $0.targets.accounts[alias]?.account }
        if let bound {
            guard bound == found.id else {
                throw .otherAccount(alias: alias, bound: bound, found: found.id)
            }
        } else {
            let event = TargetBound(
                alias: alias, account: found.id, how: found.how, evidence: JSONObject())
            do throws(ChronicleError) {
                try await chronicle.append([event.draft(system: .plytix(account: found.id))])
            } catch {
                throw .journal(error)
            }
        }
        return .plytix(account: found.id)
    }

    /// The lowest id among the account's attributes: ids are unique over all accounts, and the
    /// first attribute is there for good.
    private static func fingerprint(of client: PlytixClient) async throws(APIError) -> String {
        let ids = try await client.allAttributes().map(\.id)
        return "definitions-\(ids.min() ?? "none")"
    }
}
