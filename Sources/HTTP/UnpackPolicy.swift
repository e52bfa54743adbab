import HTTPTypes

/// Unpacks answers that a server packed although we ask it not to.
///
/// What cannot be unpacked within the bound of an answer is no answer: it was cut on its way, or
/// it comes from something between us and the server.
package struct UnpackPolicy: Policy {
    /// More is not read of any answer: 32 MiB.
    static let bytesMax = 32 << 20

    package init() {}

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        let response = try await next(call)
        let coding = response.headers[.contentEncoding]?.lowercased() ?? "identity"
        guard coding != "identity", !response.body.isEmpty else { return response }
        let isKnown = ["gzip", "x-gzip", "deflate"].contains(coding)
        guard isKnown, let body = Inflation.unpack(response.body, bytesMax: Self.bytesMax) else {
            let reason =
                isKnown
                ? "the answer cannot be unpacked"
                : "the answer is packed as \(ServerText.excerpt(coding, charactersMax: 40))"
            let host = RequestTarget(call.request.url).authority
            throw .noAnswer(.lost(host: host, reason: reason), operation: call.operation.name)
        }
        var unpacked = response
        unpacked.headers[.contentEncoding] = nil
        unpacked.headers[.contentLength] = nil
        unpacked.body = body
        return unpacked
    }
}
