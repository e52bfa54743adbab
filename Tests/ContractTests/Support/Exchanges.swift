import HTTP
import Synchronization

/// What was asked and answered, in order.
final class Exchanges: Sendable {
    private let kept = Mutex<[Exchange]>([])

    struct Exchange: Sendable {
        let request: Request
        let response: Response
    }

    var all: [Exchange] { kept.withLock(\.self) }

    func keep(_ request: Request, _ response: Response) {
        kept.withLock { $0.append(Exchange(request: request, response: response)) }
    }
}
