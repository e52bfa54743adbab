import Catalog
import HTTP
import HTTPTypes
import Synchronization

/// A request as the server's door saw it.
struct ServedRequest: Sendable {
    let time: Instant
    let method: String
    /// Without host and query.
    let path: String
    let status: Int
    let isPlytix: Bool

    /// Whether it changes something: any request but GET, search and token.
    var isWrite: Bool {
        isPlytix && method != "GET" && !path.hasSuffix("/search") && !path.contains("get-token")
    }

    /// Whether it uploads a picture.
    var isUpload: Bool { method == "POST" && path == "/api/v1/assets" }
}

/// Every request that reached a server, in order.
final class DoorBook: Sendable {
    private let requests = Mutex<[ServedRequest]>([])

    var all: [ServedRequest] { requests.withLock { $0 } }

    func note(_ request: Request, _ response: Response, _ now: Instant) {
        let target = RequestTarget(request.url)
        let served = ServedRequest(
            time: now, method: request.method.rawValue, path: target.path,
            status: response.status, isPlytix: target.authority.hasSuffix("plytix.com"))
        requests.withLock { $0.append(served) }
    }
}
