import Catalog
import HTTP
import HTTPTypes
import Synchronization

/// Sees every boundary of the runs of a world, and which requests are under way.
final class CrashWatch: Sendable {
    typealias Witness = @Sendable (CrashPoint.Moment, _ what: String) -> Void

    private let state = Mutex(State())

    private struct State {
        var witness: Witness?
        var underWay: [RequestUnderWay] = []
    }

    /// Calls `witness` at each boundary from now on; nil ends that.
    func watch(_ witness: Witness?) { state.withLock { $0.witness = witness } }

    /// The requests that have left and have not arrived.
    var underWay: [RequestUnderWay] { state.withLock(\.underWay) }

    func tell(_ moment: CrashPoint.Moment, _ what: @autoclosure () -> String) {
        guard let witness = state.withLock(\.witness) else { return }
        witness(moment, what())
    }

    func left(_ request: RequestUnderWay) { state.withLock { $0.underWay.append(request) } }

    /// Takes a request from those that are under way; equal ones are interchangeable.
    func arrived(_ request: Request) {
        state.withLock { state in
            guard let index = state.underWay.firstIndex(where: { $0.request == request }) else {
                return
            }
            state.underWay.remove(at: index)
        }
    }
}

/// A request on its way to a server.
struct RequestUnderWay: Sendable {
    let request: Request
    let arrival: Instant
    /// Whether it was held up already.
    var isLate = false

    /// The same, on its way for longer.
    func held(up lateness: Duration) -> RequestUnderWay {
        guard !isLate, lateness > .zero else { return self }
        return RequestUnderWay(request: request, arrival: arrival + lateness, isLate: true)
    }
}

extension Request {
    /// `POST /api/v1/products`.
    var title: String { "\(method.rawValue) \(RequestTarget(url).path)" }
}
