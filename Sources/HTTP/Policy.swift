/// One concern that every request passes on its way to the transport, and its answer on the way
/// back: waiting for the quota, putting the token on, repeating, counting.
package protocol Policy: Sendable {
    /// Sends a call by `next`, once, several times or not at all, and gives the answer.
    ///
    /// An answer of any status is an answer: only what is no answer is thrown.
    func send(_ call: Call, next: Next) async throws(APIError) -> Response
}

/// The rest of the way: the policies behind this one, and then the transport.
package typealias Next = @Sendable (Call) async throws(APIError) -> Response
