import Catalog
import HTTP
import HTTPTypes
import Synchronization

/// What many tests need: a list that tasks add to.
final class Recorded<Element: Sendable>: Sendable {
    private let list = Mutex<[Element]>([])
    func add(_ element: Element) { list.withLock { $0.append(element) } }
    var elements: [Element] { list.withLock { $0 } }
}

/// A transport that gives the results of a script, one a request, and then the last one again.
final class ScriptedTransport: Transport {
    typealias Step = Result<Response, TransportError>
    private let steps: [Step]
    private let sent = Recorded<Request>()

    init(_ steps: [Step]) { self.steps = steps }

    var requests: [Request] { sent.elements }

    func send(_ request: Request) async throws(TransportError) -> Response {
        sent.add(request)
        return try steps[min(requests.count, steps.count) - 1].get()
    }
}

extension Operation {
    static let read = Operation(
        "search", system: "plytix", bucket: "bucket", isSafe: true, isWrite: false)
    static let write = Operation(
        "create", system: "plytix", bucket: "bucket", isSafe: false, isWrite: true)
}

extension Call {
    static let read = Call(Request(.get, "https://pim.test/a"), .read)
    static let write = Call(Request(.post, "https://pim.test/a"), .write)
}

let lost = TransportError.lost(host: "pim.test", reason: "test")
let unreachable = TransportError.unreachable(host: "pim.test", reason: "test")

func session(
    _ transport: any Transport, _ clock: any WallClock, governor: Governor? = nil,
    counter: RequestCounter = RequestCounter(), budget: RequestBudget? = nil
) -> HTTPSession {
    let jitter = Jitter(SeededGenerator(1))
    return HTTPSession(
        transport: transport, clock: clock,
        governor: governor ?? Governor(clock: clock, jitter: jitter), jitter: jitter,
        counter: counter, userAgent: "plysync/test", budget: budget)
}
