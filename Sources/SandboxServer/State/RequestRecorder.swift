internal import Catalog
internal import HTTP
internal import HTTPTypes
internal import JSON
internal import SandboxFaults
internal import Synchronization

/// Writes down, in the order in which it happens, what changes the accounts.
package final class RequestRecorder: Sendable {
    private let baseURL: String
    private let order = Mutex(())
    private let append: @Sendable (String) -> Void

    /// Gives each line, without its end, to `append`, whose giver tells what goes wrong with it.
    package init(baseURL: String, append: @escaping @Sendable (String) -> Void) {
        self.baseURL = baseURL
        self.append = append
    }

    /// Whether a request to Plytix or to the control interface may change what accounts hold; a
    /// token changes nothing, but what comes later names it.
    static func concerns(_ request: Request, _ path: [String]) -> Bool {
        switch SandboxSystem(path: path) {
        case .plytix: request.method != .get && request.method != .head && path.last != "search"
        case .control: path == ["control", "reset"]
        case .amazon, .lwa, .images, .none: false
        }
    }

    /// Answers a request, and writes it down if it did something, before another one can.
    func answer(
        _ request: Request, at now: Instant, _ respond: (Request) -> Response
    ) -> Response {
        order.withLock { _ in
            let response = respond(request)
            if (200..<300).contains(response.status) {
                let recorded = RecordedRequest(
                    request, baseURL: baseURL, status: response.status, at: now)
                append(recorded.json.text)
            }
            return response
        }
    }
}
