import Foundation
import Synchronization

/// A server on loopback that sends back what it was sent, headers and all, as a proxy in its debug
/// mode does, or leads elsewhere.
final class EchoServer: Sendable {
    enum Manner: Sendable, CaseIterable {
        /// A success whose body is no JSON.
        case garbage
        /// Refusals whose message is the request.
        case badRequest, unauthorised, forbidden, unprocessable, serverError
        /// To another host, with the token in the address too.
        case redirect
    }

    let port: UInt16
    private let listener: Int32
    private let heard = Mutex<[String]>([])

    var url: String { "http://127.0.0.1:\(port)" }
    /// Every request that came, whole.
    var requests: [String] { heard.withLock(\.self) }

    /// - `elsewhere`: where a redirect leads.
    init(_ manner: Manner, elsewhere: String = "") throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) + listen(listener, 64)
                    + getsockname(listener, address, &length)
            }
        }
        guard status == 0 else { throw JourneyError("there is no port to listen on") }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                let request = Self.read(connection)
                heard.withLock { $0.append(request) }
                Self.write(Self.answer(to: request, manner, elsewhere), to: connection)
                close(connection)
            }
        }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func read(_ connection: Int32) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let end = text.firstRange(of: "\r\n\r\n") {
                let length = text.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) }
                if text[end.upperBound...].utf8.count >= length ?? 0 { return text }
            }
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0 else { return text }
            bytes += piece[..<count]
        }
    }

    private static func write(_ text: String, to connection: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func answer(
        to request: String, _ manner: Manner, _ elsewhere: String
    ) -> String {
        let line = request.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\r\n", with: " ").replacing("\n", with: " ")
        let message =
            "{\"error\": {\"msg\": \"\(line)\"}, \"error_description\": \"\(line)\", "
            + "\"errors\": [{\"code\": \"InvalidInput\", \"message\": \"\(line)\"}]}"
        let (head, body) =
            switch manner {
            case .garbage: ("200 OK", "{\"data\": [\(request)")
            case .badRequest: ("400 Bad Request", message)
            case .unauthorised: ("401 Unauthorized", message)
            case .forbidden: ("403 Forbidden", message)
            case .unprocessable: ("422 Unprocessable", message)
            case .serverError: ("500 Internal Server Error", message)
            case .redirect: ("302 Found\r\nLocation: \(elsewhere)/?\(token(in: request))", message)
            }
        return "HTTP/1.1 \(head)\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "x-request-id: \(token(in: request))\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            + body
    }

    private static func token(in request: String) -> Substring {
        request.firstMatch(of: /(?i)(?:authorization: Bearer|access-token:) (\S+)/)?.1 ?? "none"
    }
}
