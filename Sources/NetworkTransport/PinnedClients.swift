import AsyncHTTPClient
import HTTP
import Synchronization

/// Clients that connect to one address each, whatever a host's name stands for now.
///
/// The library takes such a thing for a whole client only. Idle clients are kept for the next
/// request to their host, a few of them.
final class PinnedClients: Sendable {
    /// One address of one host.
    struct Pin: Hashable, Sendable {
        let host: String
        let address: IPAddress
    }

    private struct Entry {
        let client: HTTPClient
        var users: Int
        /// When it was last given back, in the order of all.
        var rank = 0
    }

    private struct State {
        var entries: [Pin: Entry] = [:]
        var rank = 0
    }

    private static let idleMax = 8
    private let settings: HTTPClient.Configuration
    private let state = Mutex(State())

    /// Clients that are otherwise as `settings` say.
    init(_ settings: HTTPClient.Configuration) { self.settings = settings }

    /// The client of a pin, for as long as `body` takes.
    func use<Value: Sendable>(
        _ pin: Pin, _ body: (HTTPClient) async -> Value
    ) async -> Value {
        let value = await body(take(pin))
        for client in giveBack(pin) { try? await client.shutdown() }
        return value
    }

    /// Closes all connections.
    func shutdown() async {
        let clients = state.withLock { state in
            defer { state.entries = [:] }
            return state.entries.values.map(\.client)
        }
        for client in clients { try? await client.shutdown() }
    }

    private func take(_ pin: Pin) -> HTTPClient {
        state.withLock { state in
            state.entries[pin]?.users += 1
            if let entry = state.entries[pin] { return entry.client }
            var settings = settings
            settings.dnsOverride = [pin.host: pin.address.text]
            let client = HTTPClient(configuration: settings)
            state.entries[pin] = Entry(client: client, users: 1)
            return client
        }
    }

    /// Counts a user less; answers the clients that are not kept any more.
    private func giveBack(_ pin: Pin) -> [HTTPClient] {
        state.withLock { state in
            state.rank += 1
            state.entries[pin]?.users -= 1
            state.entries[pin]?.rank = state.rank
            let idle = state.entries.filter { $0.value.users == 0 }
                .sorted { $0.value.rank < $1.value.rank }
            let surplus = idle.prefix(max(0, idle.count - Self.idleMax))
            for entry in surplus { state.entries[entry.key] = nil }
            return surplus.map(\.value.client)
        }
    }
}
