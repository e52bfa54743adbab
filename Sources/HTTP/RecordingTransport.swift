import Synchronization

/// Passes requests on and keeps each with its answer, for tests and for looking back.
///
/// It keeps headers as sent, tokens included: never write its exchanges down.
package final class RecordingTransport: Transport {
    package struct Exchange: Sendable {
        package let request: Request
        package let result: Result<Response, TransportError>
    }

    private let transport: any Transport
    private let exchangesMax: Int
    private let recorded = Mutex<[Exchange]>([])

    /// The first `exchangesMax` exchanges are kept.
    package init(_ transport: any Transport, exchangesMax: Int = 100_000) {
        self.transport = transport
        self.exchangesMax = exchangesMax
    }

    /// What was sent so far, in the order of the answers.
    package var exchanges: [Exchange] { recorded.withLock { $0 } }

    package func send(_ request: Request) async throws(TransportError) -> Response {
        do throws(TransportError) {
            let response = try await transport.send(request)
            keep(Exchange(request: request, result: .success(response)))
            return response
        } catch {
            keep(Exchange(request: request, result: .failure(error)))
            throw error
        }
    }

    private func keep(_ exchange: Exchange) {
        recorded.withLock { recorded in
            if recorded.count < exchangesMax { recorded.append(exchange) }
        }
    }
}
