package import HTTP
import Synchronization

/// A transport under which the process dies at one request: the request or its answer never comes
/// through, and nothing that waits for it goes on.
///
/// The run then stands still (`Standstill`), and what it recorded before is all that is left of it,
/// as after a SIGKILL.
package final class FatalTransport: Transport {
    /// Where the process dies, as seen from one request.
    package enum Moment: Sendable, CaseIterable {
        /// Its intent is recorded, and it did not leave.
        case beforeItLeaves
        /// The server carried it out, and no answer was seen.
        case afterItWasCarriedOut
    }

    private let transport: any Transport
    private let number: Int
    private let moment: Moment
    private let sent = Mutex(0)
    /// - `number`: of the request at which the process dies, from 1.
    package init(_ transport: any Transport, at number: Int, _ moment: Moment) {
        self.transport = transport
        self.number = number
        self.moment = moment
    }

    /// How many requests came by; more than `number` never do.
    package var count: Int { sent.withLock { $0 } }

    package func send(_ request: Request) async throws(TransportError) -> Response {
        let current = sent.withLock { sent in
            sent += 1
            return sent
        }
        if current > number || (current == number && moment == .beforeItLeaves) {
            await Self.nothingMore()
        }
        let response = try await transport.send(request)
        if current == number { await Self.nothingMore() }
        return response
    }

    /// Never returns.
    ///
    /// The continuation is kept, since one that is dropped is reported as a fault.
    private static func nothingMore() async {
        await withCheckedContinuation { continuation in
            graveyard.withLock { $0.append(continuation) }
        }
    }

    private static let graveyard = Mutex<[CheckedContinuation<Void, Never>]>([])
}
