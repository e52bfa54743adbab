import AsyncHTTPClient
import HTTP
import NIOCore
import NIOPosix
import NIOSSL

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension TransportError {
    /// What an error of the network library means for the request.
    ///
    /// Only errors that are known to come before a request is written make it one that did not
    /// leave; for all others it may have been carried out.
    init(_ error: any Error, host: String, bodyBytesMax: Int, isCancelled: Bool) {
        if error is NIOTooManyBytesError {
            self = .tooLarge(host: host, bytesMax: bodyBytesMax)
        } else if let reason = Self.reasonNotSent(error) {
            self = .unreachable(host: host, reason: reason)
        } else if isCancelled || error is CancellationError {
            self = .cancelled(sent: true)
        } else {
            self = .lost(host: host, reason: Self.reasonLost(error))
        }
    }

    private static func reasonNotSent(_ error: any Error) -> String? {
        switch error {
        case let error as HTTPClientError: reasonNotSent(error)
        case let error as NIOConnectionError: connectionReason(error)
        case is SocketAddressError: "its name is not known"
        case let error as IOError: connectErrors.contains(error.errnoCode) ? "no connection" : nil
        case let error as ChannelError:
            if case .connectTimeout = error { "no connection in time" } else { nil }
        case let error as NIOSSLError:
            if case .handshakeFailed = error { handshakeReason(error) } else { nil }
        case is NIOSSLExtraError: handshakeReason(error)
        default: nil
        }
    }

    private static func reasonNotSent(_ error: HTTPClientError) -> String? {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout: "no connection in time"
        case .tlsHandshakeTimeout: "no secure connection in time"
        case .invalidURL, .emptyHost, .emptyScheme: "this is no address"
        case .alreadyShutdown: "the program is stopping"
        default: error.description.contains("unsupportedScheme") ? "only http and https work" : nil
        }
    }

    /// What only connecting can end with.
    private static let connectErrors = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL]

    private static func handshakeReason(_ error: any Error) -> String {
        "no secure connection: \(ServerText.excerpt("\(error)", charactersMax: 120))"
    }

    private static func connectionReason(_ error: NIOConnectionError) -> String {
        if error.dnsAError != nil || error.dnsAAAAError != nil, error.connectionErrors.isEmpty {
            return "its name is not known"
        }
        guard let first = error.connectionErrors.first else { return "no connection" }
        return "no connection: \(ServerText.excerpt("\(first.error)"))"
    }

    private static func reasonLost(_ error: any Error) -> String {
        switch error as? HTTPClientError {
        case .deadlineExceeded, .readTimeout: "it took too long"
        case .remoteConnectionClosed: "the connection was closed"
        default: ServerText.excerpt("\(error)")
        }
    }
}
