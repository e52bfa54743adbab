import Catalog
import Events
import HTTP
import HTTPTypes
import JSON
import JournalStore
import SandboxWorld
import Simulation
import Sync
import Synchronization
import Testing

/// What must never be in a journal.
@Suite struct `The journal of a run` {
    @Test func `refuses the access tokens that the run lived on`() throws {
        let world = try SimulatedWorld()
        let tokens = TokenCollector()
        let order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        _ = try world.run(order, wrap: { tokens.collecting($0) })
        let seen = tokens.seen
        // One of Amazon, one of Plytix.
        #expect(seen.count == 2)
        for token in seen {
            let event = TargetLearned(topic: "told", value: .string(token), evidence: "a test")
            #expect(throws: JournalError.self) { try world.record(event) }
        }
        try world.record(TargetLearned(topic: "told", value: "no secret", evidence: "a test"))
        let bodies = try world.journal.reader().records(after: 0).compactMap(\.body)
        let texts = bodies.map { String(decoding: $0, as: UTF8.self) }
        for token in seen {
            let isThere = texts.contains { $0.contains(token) }
            #expect(!isThere)
        }
    }
}

/// Remembers the tokens that requests carry.
private final class TokenCollector: Sendable {
    private let tokens = Mutex<Set<String>>([])

    var seen: Set<String> { tokens.withLock { $0 } }

    func collecting(_ transport: any Transport) -> any Transport {
        Collecting(transport: transport, collector: self)
    }

    private struct Collecting: Transport {
        let transport: any Transport
        let collector: TokenCollector

        func send(_ request: Request) async throws(TransportError) -> Response {
            let amazon = HTTPField.Name("x-amz-access-token").flatMap { request.headers[$0] }
            let plytix = request.headers[.authorization].map { $0.replacing("Bearer ", with: "") }
            for token in [amazon, plytix].compactMap({ $0 }) {
                collector.tokens.withLock { _ = $0.insert(token) }
            }
            return try await transport.send(request)
        }
    }
}
