package import HTTP
import HTTPTypes
import JSON
import Synchronization

/// Plytix' REST API, version 1, for one account.
///
/// Each operation has a file. Reads are repeated by the policies; writes never are: what became of
/// a write without an answer has to be looked at (`APIError.mayHaveBeenApplied`).
package final class PlytixClient: Sendable {
    private let endpoints: PlytixEndpoints
    private let tokens: PlytixTokens
    private let cache: TokenCache
    private let policies: PolicyStack
    let clock: any WallClock
    /// Links of one product's assets are made one after the other, since the server loses some
    /// otherwise (`plytix-api.md` 10).
    let assetLinks = SerialGate<String>()
    /// What this account was seen to take.
    let habits = Mutex(PlytixHabits())

    /// A client for the account of a key.
    ///
    /// `alias` names the quota where the token's claims do not name an account; `reserve` is the
    /// part of the quota that is left for others, nil for the governor's own.
    package init(
        credentials: PlytixCredentials, endpoints: PlytixEndpoints, session: HTTPSession,
        alias: String, reserve: Double? = nil
    ) {
        let tokens = PlytixTokens(
            credentials: credentials, endpoints: endpoints, session: session, alias: alias,
            reserve: reserve)
        let cache = TokenCache(clock: session.clock) { () async throws(APIError) in
            let token = try await tokens.fetch()
            session.onToken(token.value)
            return token
        }
        self.endpoints = endpoints
        self.tokens = tokens
        self.cache = cache
        self.clock = session.clock
        policies = session.stack(
            authorisation: Authorisation(
                tokens: cache, header: .authorization, prefix: "Bearer ",
                isStale: { $0.status == 401 }))
    }

    /// The account behind the key, by the claims of its token; throws what is wrong with the
    /// credentials, if anything is.
    ///
    /// Costs a request the first time only.
    package func account() async throws(APIError) -> PlytixAccount {
        if let account = tokens.account { return account }
        _ = try await cache.token()
        return tokens.account ?? PlytixAccount(id: nil, limits: [])
    }
}

// MARK: Sending

extension PlytixClient {
    /// What an operation is to the policies.
    enum Kind { case read, write }

    /// Sends a request to a path below `/api/v1`, and gives any answer.
    func send(
        _ name: String, _ kind: Kind, _ method: HTTPRequest.Method, _ path: String,
        json: JSONValue? = nil, timeout: Duration = .seconds(30)
    ) async throws(APIError) -> (response: Response, operation: Operation) {
        // The quota is the account's, and only the first token tells which that is.
        if tokens.account == nil { _ = try await tokenBeforeSending() }
        let operation = Operation(
            name, system: "plytix", bucket: tokens.accountBucket, isSafe: kind == .read,
            isWrite: kind == .write, timeout: timeout)
        let url = "\(endpoints.pim)/api/v1\(path)"
        let request =
            json.map { Request(method, url, json: $0) }
            ?? Request(method, url, headers: [.accept: "application/json"])
        return (try await policies.send(Call(request, operation)), operation)
    }

    private func tokenBeforeSending() async throws(APIError) -> AccessToken {
        do throws(APIError) {
            return try await cache.token()
        } catch {
            throw .noToken(error)
        }
    }

    /// The error of an answer that is no success.
    func error(for response: Response, _ operation: Operation) -> APIError {
        PlytixRefusal.error(for: response, operation: operation, now: clock.now)
    }

    /// A part of a path, percent-encoded.
    static func part(_ text: String) -> String { PercentEncoding.encode(text) }
}

/// What an account was seen to take where the documents contradict each other.
struct PlytixHabits: Sendable {
    /// The most columns of a search: 20 by a saved answer of version 1, though the text says 50
    /// (`plytix-unknowns.md` 12).
    ///
    /// A refusal names the true number.
    var columnsMax = 20
    /// Whether products can be filtered by a list of SKUs (`plytix-unknowns.md` 11).
    var takesSKULists = true
    /// Whether links are undone by plain ids (`plytix-unknowns.md` 25).
    var unlinksByTexts = false
}
