internal import HTTP
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Sends what the sandbox decided.
enum ReactionWriter {
    /// Thrown to close a connection in the middle of things, as a fault plan wants it.
    struct ConnectionDropped: Error {}

    /// Sends an answer, or throws to close the connection; the answer to HEAD has no body.
    static func write(
        _ reaction: Reaction, isHead: Bool, to writer: consuming ResponseWriter
    ) async throws {
        switch reaction {
        case .drop: throw ConnectionDropped()
        case .cut(let response, let bodyBytes):
            var body = try await writer.writeHead(head(of: response))
            if !isHead { try await body.write(ByteBuffer(bytes: response.body.prefix(bodyBytes))) }
            throw ConnectionDropped()
        case .answer(let response) where isHead || response.body.isEmpty:
            try await writer.writeResponse(head(of: response))
        case .answer(let response):
            try await writer.write(
                response: head(of: response),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
        }
    }

    /// The length always stands in the head, but where there can be no body.
    private static func head(of response: HTTP.Response) -> HTTPResponse {
        var headers = response.headers
        if response.status >= 200, response.status != 204, response.status != 304,
            headers[.contentLength] == nil
        {
            headers[.contentLength] = "\(response.body.count)"
        }
        return HTTPResponse(
            status: .init(integerLiteral: response.status), headerFields: headers)
    }
}
