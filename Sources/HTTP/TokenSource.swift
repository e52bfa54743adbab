/// Where tokens come from.
package protocol TokenSource: Sendable {
    /// A token that can be used now: the one at hand, or a new one.
    func token() async throws(APIError) -> AccessToken
    /// Says that the server refused a token, so that the next one asked for is another.
    ///
    /// The result tells whether the token had grown too old by then, on its way or in a queue: then
    /// its refusal says nothing of the next one.
    @discardableResult
    func refused(_ token: AccessToken) async -> Bool
}
