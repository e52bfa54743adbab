import AsyncHTTPClient
import Foundation
package import HTTP
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Sends requests over the network.
///
/// Redirects are not followed: the token would go wherever a server points. An answer is read whole
/// and within a bound, and within the request's timeout from the moment when it is sent.
package final class NetworkTransport: Transport {
    private let client: HTTPClient
    private let pinned: PinnedClients
    private let bodyBytesMax: Int

    /// Reads bodies of at most `bodyBytesMax`, over `connectionsPerHost` connections at once.
    package init(bodyBytesMax: Int = 32 << 20, connectionsPerHost: Int = 64) {
        self.bodyBytesMax = bodyBytesMax
        var settings = HTTPClient.Configuration()
        settings.redirectConfiguration = .disallow
        settings.timeout.connect = .seconds(10)
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connectionsPerHost
        // A connection that a server closes just as a request leaves on it makes the request one
        // that may have been carried out: idle ones are given up before servers give them up.
        settings.connectionPool.idleTimeout = .seconds(15)
        // Whether to try again is for the policies to say.
        settings.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(configuration: settings)
        pinned = PinnedClients(settings)
    }

    /// Closes all connections; nothing can be sent afterwards.
    package func shutdown() async {
        // Connections that do not close nicely are closed by the end of the process.
        try? await client.shutdown()
        await pinned.shutdown()
    }

    package func send(_ request: Request) async throws(TransportError) -> Response {
        let host = RequestTarget(request.url).authority
        guard !Task.isCancelled else { throw .cancelled(sent: false) }
        let result = await withTaskGroup(of: Result<Response, TransportError>?.self) { group in
            group.addTask { await self.perform(request, host: host) }
            group.addTask {
                // The client's own deadline ends with the answer's head; this one covers the body.
                try? await Task.sleep(for: request.timeout)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if let result { return try result.get() }
        throw Task.isCancelled
            ? .cancelled(sent: true)
            : .lost(host: host, reason: "it took longer than \(request.timeout)")
    }

    private func perform(
        _ request: Request, host: String
    ) async -> Result<Response, TransportError> {
        guard let address = request.address else {
            return await perform(request, by: client, host: host)
        }
        // As the library reads it: under any other name it would look for an address itself.
        guard let name = URL(string: request.url)?.host else {
            return .failure(.unreachable(host: host, reason: "this is no address"))
        }
        return await pinned.use(PinnedClients.Pin(host: name, address: address)) { client in
            await perform(request, by: client, host: host)
        }
    }

    private func perform(
        _ request: Request, by client: HTTPClient, host: String
    ) async -> Result<Response, TransportError> {
        do {
            let answer = try await client.execute(
                Self.outgoing(request), timeout: .nanoseconds(request.timeout))
            let body = try await answer.body.collect(upTo: bodyBytesMax)
            return .success(
                Response(
                    Int(answer.status.code), headers: HTTPFields(answer.headers),
                    body: Array(body.readableBytesView)))
        } catch {
            return .failure(
                TransportError(
                    error, host: host, bodyBytesMax: bodyBytesMax, isCancelled: Task.isCancelled))
        }
    }

    private static func outgoing(_ request: Request) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headers {
            outgoing.headers.add(name: field.name.rawName, value: field.value)
        }
        // Unpacked, so that the bound on the body is a bound on what is read.
        outgoing.headers.replaceOrAdd(name: "accept-encoding", value: "identity")
        // A GET must have neither a body nor a length (`amazon-catalog-items.md` 1.2).
        if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
        return outgoing
    }
}

extension TimeAmount {
    fileprivate static func nanoseconds(_ duration: Duration) -> TimeAmount {
        .microseconds(
            Int64(duration.components.seconds) * 1_000_000
                + duration.components.attoseconds / 1_000_000_000_000)
    }
}

extension HTTPFields {
    /// Headers of an answer; those with names that HTTP does not allow are left out.
    fileprivate init(_ headers: HTTPHeaders) {
        self.init()
        for header in headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            append(HTTPField(name: name, value: header.value))
        }
    }
}
