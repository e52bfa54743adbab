import Synchronization

/// Lets one task at a time through for each key, in the order of their arrival.
package final class SerialGate<Key: Hashable & Sendable>: Sendable {
    private let room = WaitingRoom()
    /// The tickets for each key; the first one is inside.
    private let queues = Mutex<[Key: [WaitingRoom.Ticket]]>([:])

    package init() {}

    /// Runs `body` while no other task runs one for the same key; a task that is cancelled while it
    /// waits throws.
    package func pass<Value: Sendable>(
        _ key: Key, _ body: @Sendable () async throws(APIError) -> Value
    ) async throws(APIError) -> Value {
        let ticket = room.newTicket()
        let isFirst = queues.withLock { queues in
            queues[key, default: []].append(ticket)
            return queues[key]?.first == ticket
        }
        defer { leave(key, ticket) }
        if !isFirst { await room.wait(ticket) }
        guard !Task.isCancelled else {
            throw .noAnswer(.cancelled(sent: false), operation: "wait")
        }
        return try await body()
    }

    private func leave(_ key: Key, _ ticket: WaitingRoom.Ticket) {
        let next: WaitingRoom.Ticket? = queues.withLock { queues in
            let wasInside = queues[key]?.first == ticket
            queues[key]?.removeAll { $0 == ticket }
            if queues[key]?.isEmpty == true { queues[key] = nil }
            return wasInside ? queues[key]?.first : nil
        }
        room.discard(ticket)
        if let next { room.call(next) }
    }
}
