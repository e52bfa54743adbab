/// Keeps one token for all requests and renews it in time: however many need a new one at once, it
/// is fetched once.
package actor TokenCache: TokenSource {
    private let clock: any WallClock
    private let fetch: @Sendable () async throws(APIError) -> AccessToken
    private let room = WaitingRoom()
    private var current: AccessToken?
    /// The tasks that wait for the fetch that is under way; nil when none is.
    private var waiting: [WaitingRoom.Ticket]?
    /// Why the last fetch failed, for those who waited for it.
    private var failures: [WaitingRoom.Ticket: APIError] = [:]

    /// `fetch` gets a new token each time; it is never called twice at once.
    package init(
        clock: any WallClock, fetch: @escaping @Sendable () async throws(APIError) -> AccessToken
    ) {
        self.clock = clock
        self.fetch = fetch
    }

    package func token() async throws(APIError) -> AccessToken {
        while true {
            guard !Task.isCancelled else { throw Self.cancelled }
            if let current, clock.now < current.renewAt { return current }
            guard waiting != nil else { return try await fetchForAll() }
            let ticket = room.newTicket()
            waiting?.append(ticket)
            await room.wait(ticket)
            waiting?.removeAll { $0 == ticket }
            room.discard(ticket)
            if let failure = failures.removeValue(forKey: ticket) { throw failure }
        }
    }

    @discardableResult
    package func refused(_ token: AccessToken) -> Bool {
        if current == token { current = nil }
        return clock.now >= token.renewAt
    }

    private func fetchForAll() async throws(APIError) -> AccessToken {
        waiting = []
        do throws(APIError) {
            let token = try await fetch()
            current = token
            dismiss(with: nil)
            return token
        } catch {
            // Whoever was cancelled fails alone: the next one that waits fetches for the others.
            dismiss(with: error.isCancellation ? nil : error)
            throw error
        }
    }

    private func dismiss(with failure: APIError?) {
        for ticket in waiting ?? [] {
            failures[ticket] = failure
            room.call(ticket)
        }
        waiting = nil
    }

    private static let cancelled = APIError.noAnswer(.cancelled(sent: false), operation: "token")
}
