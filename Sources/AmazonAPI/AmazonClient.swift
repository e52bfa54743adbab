import Catalog
package import HTTP
import HTTPTypes
import JSON

/// Amazon's Catalog Items API, version 2022-04-01, for one seller in one region.
///
/// Each operation has a file: `SearchCatalogItems.swift`, `GetCatalogItem.swift`.
package struct AmazonClient: Sendable {
    let endpoints: AmazonEndpoints
    let clock: any WallClock
    let policies: PolicyStack
    let bucketPrefix: String
    private let tokens: TokenCache

    /// A client by credentials of the endpoints' region.
    ///
    /// `bucketPrefix` stands before the operation in the names of the buckets, whose quotas are
    /// those of one app and seller in one region. `reserve` is the part of them that is left for
    /// others; nil for the governor's own.
    package init(
        credentials: AmazonCredentials, endpoints: AmazonEndpoints, session: HTTPSession,
        bucketPrefix: String = "amazon", reserve: Double? = nil
    ) {
        self.endpoints = endpoints
        self.clock = session.clock
        self.bucketPrefix = bucketPrefix
        let source = AmazonTokens(
            credentials: credentials, url: endpoints.token, clock: session.clock,
            policies: session.stack(authorisation: nil))
        let tokens = TokenCache(clock: session.clock) { () async throws(APIError) in
            let token = try await source.fetch()
            session.onToken(token.value)
            return token
        }
        self.tokens = tokens
        let header = HTTPField.Name("x-amz-access-token") ?? .authorization
        policies = session.stack(
            authorisation: Authorisation(tokens: tokens, header: header) {
                AmazonRefusal.isAboutToken($0)
            },
            rateHeader: HTTPField.Name("x-amzn-RateLimit-Limit"))
        for operation in [Self.searchName, Self.getName] {
            session.governor.expect(
                "\(bucketPrefix):\(operation)", [Self.assumedLimit], reserve: reserve)
        }
    }

    /// Throws what is wrong with the credentials, if anything is; costs at most one request.
    package func checkCredentials() async throws(APIError) {
        _ = try await tokens.token()
    }

    /// Two a second, two at once, for each operation: what holds until a header says otherwise
    /// (`amazon-catalog-items.md` 2.7).
    private static let assumedLimit = RateLimit.bucket(perSecond: 2, burst: 2)
    static let searchName = "searchCatalogItems"
    static let getName = "getCatalogItem"

    /// All data sets that are of use, in one request; sales ranks change all the time, and vendor
    /// details are refused to sellers (`amazon-catalog-items.md` 2.3).
    static let includedData = [
        "attributes", "classifications", "dimensions", "identifiers", "images", "productTypes",
        "relationships", "summaries",
    ].joined(separator: ",")

    /// Sends a GET without a body, as Amazon demands (`amazon-catalog-items.md` 1.2).
    func get(
        _ path: String, query: [(String, String)], operation name: String
    ) async throws(APIError) -> Response {
        try await policies.send(
            Call(
                Request(
                    .get, "\(endpoints.api)\(path)?\(PercentEncoding.form(query))",
                    headers: [.accept: "application/json"]),
                operation(name)))
    }

    func operation(_ name: String) -> Operation {
        Operation(
            name, system: "amazon", bucket: "\(bucketPrefix):\(name)", isSafe: true,
            isWrite: false, timeout: .seconds(30))
    }

    /// The body of a success as JSON.
    func body(
        of response: Response, operation name: String
    ) throws(APIError) -> JSONValue {
        do throws(JSONError) {
            return try response.json()
        } catch {
            throw .unreadable(
                operation: name, reason: error.description, facts: AnswerFacts(response))
        }
    }
}
