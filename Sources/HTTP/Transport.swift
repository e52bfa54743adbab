/// What performs requests: the network, a sandbox in this process, something that injects faults.
package protocol Transport: Sendable {
    /// Sends one request once and gives whatever answer came, of any status.
    func send(_ request: Request) async throws(TransportError) -> Response
}

/// Why there is no answer.
///
/// What matters is whether the request may have been carried out.
package enum TransportError: Error, Sendable, Equatable {
    /// It did not leave: no connection. Nothing was carried out.
    case unreachable(host: String, reason: String)
    /// It left, and no whole answer came back: it may have been carried out.
    case lost(host: String, reason: String)
    /// The answer is larger than we read: the request was carried out.
    case tooLarge(host: String, bytesMax: Int)
    /// This program is stopping. `sent` tells whether the request may have been carried out.
    case cancelled(sent: Bool)
}

extension TransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let host, let reason): "cannot reach \(host): \(reason)"
        case .lost(let host, let reason): "no answer from \(host): \(reason)"
        case .tooLarge(let host, let bytesMax):
            "the answer from \(host) is larger than \(bytesMax) bytes"
        case .cancelled: "stopped"
        }
    }

    /// Whether the server may have carried the request out.
    package var mayHaveBeenApplied: Bool {
        switch self {
        case .unreachable: false
        case .lost, .tooLarge: true
        case .cancelled(let sent): sent
        }
    }
}
