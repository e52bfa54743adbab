import HTTPTypes

/// Repeats a request once when its token was refused: with a fresh one, which the authorisation
/// policy behind it fetches.
///
/// A second refusal is passed on, unless that token had grown too old on its way: where tokens live
/// for seconds and the machine is busy, that is no reason to give up.
///
/// A request that was refused for its token was not carried out, so that writes are repeated too.
package struct RefreshPolicy: Policy {
    private let authorisation: Authorisation

    package init(_ authorisation: Authorisation) { self.authorisation = authorisation }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        var response = try await next(call)
        guard authorisation.isStale(response) else { return response }
        for _ in 1..<Self.triesMax {
            response = try await next(call)
            guard authorisation.isStale(response), Self.wasAged(response) else { return response }
        }
        return response
    }

    private static let triesMax = 6

    /// What the authorisation policy puts on an answer that refuses a token which was too old.
    static let agedToken = HTTPField.Name("X-Plysync-Token-Aged")

    private static func wasAged(_ response: Response) -> Bool {
        agedToken.map { response.headers[$0] != nil } ?? false
    }
}
