import Synchronization

/// Where tasks wait until another task calls them, in the order that the caller decides.
///
/// A call that comes before its task sits down is not lost: the task then does not wait.
package final class WaitingRoom: Sendable {
    /// Names one task's place; used by that task until it is discarded.
    package typealias Ticket = Int

    private enum Seat {
        case empty
        case taken(CheckedContinuation<Void, Never>)
        case called
    }
    private struct State {
        var next = 0
        var seats: [Ticket: Seat] = [:]
    }
    private let state = Mutex(State())

    package init() {}

    package func newTicket() -> Ticket {
        state.withLock { state in
            state.next += 1
            state.seats[state.next] = .empty
            return state.next
        }
    }

    /// Returns when the ticket is called, or when the task is cancelled.
    ///
    /// It may be waited for again; a ticket that was discarded does not wait.
    package func wait(_ ticket: Ticket) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isCalled = state.withLock { state in
                    guard case .empty = state.seats[ticket] else {
                        state.seats[ticket] = .empty
                        return true
                    }
                    state.seats[ticket] = .taken(continuation)
                    return false
                }
                if isCalled { continuation.resume() }
            }
        } onCancel: {
            call(ticket)
        }
    }

    /// Lets the task of a ticket go on, now or as soon as it waits; nothing for a discarded one.
    package func call(_ ticket: Ticket) {
        let continuation: CheckedContinuation<Void, Never>? = state.withLock { state in
            switch state.seats[ticket] {
            case .taken(let continuation):
                state.seats[ticket] = .empty
                return continuation
            case .empty: state.seats[ticket] = .called
            case .called, nil: break
            }
            return nil
        }
        continuation?.resume()
    }

    /// Forgets a ticket that nobody will wait for again.
    package func discard(_ ticket: Ticket) {
        state.withLock { $0.seats[ticket] = nil }
    }
}
