internal import HTTP
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Makes the sandbox's request of what came over a connection.
enum RequestReader {
    /// Reads one byte more of the body than `bytesMax` and no other, so that the sandbox sees
    /// that it is too large.
    static func read(
        _ request: HummingbirdCore.Request, baseURL: String, bytesMax: Int
    ) async throws -> HTTP.Request {
        var body: [UInt8] = []
        for try await piece in request.body {
            let room = bytesMax + 1 - body.count
            body += piece.readableBytesView.prefix(room)
            if body.count > bytesMax { break }
        }
        return HTTP.Request(
            request.method, baseURL + (request.head.path ?? "/"), headers: request.headers,
            body: body)
    }
}
