import Catalog
import HTTP
import HTTPTypes
import JSON
import Synchronization

/// Fetches access tokens, and keeps what their claims say of the account.
///
/// Source: `plytix-api.md` 2: tokens live 15 minutes; nothing renews one but the same call again.
final class PlytixTokens: Sendable {
    private let credentials: PlytixCredentials
    private let url: String
    private let clock: any WallClock
    private let governor: Governor
    private let policies: PolicyStack
    private let alias: String
    private let reserve: Double?
    private let known = Mutex<PlytixAccount?>(nil)

    init(
        credentials: PlytixCredentials, endpoints: PlytixEndpoints, session: HTTPSession,
        alias: String, reserve: Double?
    ) {
        self.credentials = credentials
        self.url = endpoints.auth + "/auth/api/get-token"
        self.clock = session.clock
        self.governor = session.governor
        self.policies = session.stack(authorisation: nil)
        self.alias = alias
        self.reserve = reserve
        // It has a limit of its own, 8 a second or more (`plytix-api.md` 2).
        session.governor.expect(Self.bucket(alias), [.bucket(perSecond: 4, burst: 4)], reserve: 0)
    }

    /// The account of the last token; nil before there was one.
    var account: PlytixAccount? { known.withLock { $0 } }

    /// The bucket of the account's requests: all keys of an account share its quota.
    var accountBucket: String { "plytix:\(account?.id ?? alias)" }

    func fetch() async throws(APIError) -> AccessToken {
        let start = clock.now
        let request = Request(
            .post, url,
            json: [
                "api_key": JSONValue(credentials.key),
                "api_password": JSONValue(credentials.password),
            ])
        let operation = Operation(
            "getToken", system: "plytix", bucket: Self.bucket(alias), isSafe: true, isWrite: false,
            timeout: .seconds(15))
        let response = try await policies.send(Call(request, operation))
        guard response.status == 200 || response.status == 201 else {
            throw PlytixRefusal.error(for: response, operation: operation, now: clock.now)
        }
        let body = try PlytixAnswer.body(of: response, operation: operation)
        let row = body["data"].array.map { $0.first ?? .null } ?? body["data"]
        guard let token = (row["access_token"].string ?? body["access_token"].string),
            !token.isEmpty
        else {
            throw .unreadable(
                operation: operation.name, reason: "there is no access_token in it",
                facts: AnswerFacts(response))
        }
        let claims = TokenClaims.read(token) ?? .null
        learn(PlytixAccount(claims: claims))
        return AccessToken(value: token, lifetime: Self.lifetime(claims), from: start)
    }

    private static func bucket(_ alias: String) -> String { "plytix-token:\(alias)" }

    private func learn(_ account: PlytixAccount) {
        let isFirst = known.withLock { known in
            let isFirst = known == nil
            known = account
            return isFirst
        }
        if isFirst {
            governor.expect(accountBucket, Self.assumedLimits, reserve: reserve)
        }
        governor.learn(accountBucket, account.limits, from: .claims)
    }

    /// The least that any plan has (`plytix-api.md` 3): what holds until the claims say more.
    private static let assumedLimits: [RateLimit] = [
        .window(requests: 20, length: .seconds(10)),
        .window(requests: 2000, length: .seconds(3600)),
    ]

    /// By the claims' own two times, since the server's clock may differ from ours.
    private static func lifetime(_ claims: JSONValue) -> Duration {
        guard let expires = claims["exp"].double, let issued = claims["iat"].double,
            expires > issued, expires - issued < 86_400
        else { return .seconds(900) }
        return .milliseconds(Int((expires - issued) * 1000))
    }
}
