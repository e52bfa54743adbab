package import HTTP

/// What a server does with a request in the end.
package enum Reaction: Sendable, Hashable {
    case answer(Response)
    /// Closes the connection without a byte.
    case drop
    /// Announces the whole answer, sends so many bytes of its body, fewer than all, and closes the
    /// connection.
    case cut(Response, bodyBytes: Int)
}
