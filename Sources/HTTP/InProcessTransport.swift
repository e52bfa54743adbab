package import Catalog

/// Hands requests to servers in this process, by host: the sandbox without a network.
package struct InProcessTransport: Transport {
    /// A server: answers a request that arrives at an instant.
    package typealias Server = @Sendable (Request, Instant) -> Response

    private let servers: [String: Server]
    private let clock: any WallClock
    private let latency: Duration

    /// `routes` has the server of each host, with its port if it has one: `127.0.0.1:8080`.
    ///
    /// `latency` is how long a request takes to arrive, and its answer to come back.
    package init(routes: [String: Server], clock: any WallClock, latency: Duration = .zero) {
        self.servers = routes
        self.clock = clock
        self.latency = latency
    }

    package func send(_ request: Request) async throws(TransportError) -> Response {
        let host = RequestTarget(request.url).authority
        guard let server = servers[host] else {
            throw .unreachable(host: host, reason: "there is no such host")
        }
        guard !Task.isCancelled else { throw .cancelled(sent: false) }
        try await travel(sent: false)
        let response = server(request, clock.now)
        try await travel(sent: true)
        return response
    }

    private func travel(sent: Bool) async throws(TransportError) {
        guard latency > .zero else { return }
        do throws(CancellationError) {
            try await clock.sleep(for: latency)
        } catch {
            throw .cancelled(sent: sent)
        }
    }
}
