package import HTTP
import HTTPTypes
import Synchronization

/// A transport that loses some requests on their way, or their answers on the way back.
package final class LossyTransport: Transport {
    package enum Loss: Sendable, CaseIterable {
        /// The server never sees the request, and the client waits in vain.
        case request
        /// The server carries the request out, and its answer is lost.
        case answer
        /// The server carries the request out, and something before it says that it failed.
        case gatewayError
    }

    private let transport: any Transport
    private let loss: Loss
    private let isLost: @Sendable (Int, Request) -> Bool
    private let sent = Mutex(0)
    /// - `transport`: what carries the rest.
    /// - `isLost`: whether the request of a number, from 1, is lost.
    package init(
        _ transport: any Transport, _ loss: Loss,
        where isLost: @escaping @Sendable (Int, Request) -> Bool
    ) {
        self.transport = transport
        self.loss = loss
        self.isLost = isLost
    }

    package func send(_ request: Request) async throws(TransportError) -> Response {
        let number = sent.withLock { sent in
            sent += 1
            return sent
        }
        guard isLost(number, request) else { return try await transport.send(request) }
        let host = RequestTarget(request.url).authority
        if loss == .request { throw .lost(host: host, reason: "no answer in time") }
        _ = try await transport.send(request)
        if loss == .answer { throw .lost(host: host, reason: "the connection was closed") }
        return Response(502, headers: [.contentType: "text/html"], body: Array("<html>".utf8))
    }
}
