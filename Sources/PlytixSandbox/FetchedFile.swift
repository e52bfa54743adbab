/// What came of fetching a URL.
package enum FetchedFile: Sendable, Hashable {
    case file(bytes: [UInt8], contentType: String)
    /// The server answered with another status than 200.
    case status(Int)
    /// There is no such server, or it does not answer.
    case unreachable
}
