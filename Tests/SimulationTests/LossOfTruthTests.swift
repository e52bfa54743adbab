import Catalog
import Events
import HTTP
import JSON
import JournalStore
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Testing

/// Losses 5, 6, 13, 18, 20, 22 and 31 of `todays-scripts.md` 7.2.
@Suite struct `A report and a journal tell the truth:` {
    /// Every other product, all of them in the bundled style.
    private static let refused: Set<String> = [
        "AMZN-US-B0SANDBX01", "AMZN-US-B0SANDBX03", "AMZN-US-B0SANDBX05", "AMZN-US-B0SANDBX07",
        "AMZN-US-B0SANDBX09", "AMZN-US-B0SANDBX11", "AMZN-US-B0SANDBX13",
    ]

    private static func refusing(_ transport: any Transport) -> AnsweringTransport {
        AnsweringTransport(transport) { request in
            request.isProductCreation && refused.contains { request.text.contains($0) }
                ? .unacceptable : nil
        }
    }

    /// Loss 5: counters counted what was meant, not what was done.
    @Test(arguments: [false, true])
    func `what is counted as done stands in the account`(isRefusing: Bool) throws {
        let world = try SimulatedWorld()
        let report = try world.run(
            .sync(), wrap: { isRefusing ? Self.refusing($0) : $0 })
        let served = world.served
        #expect(served.count == (isRefusing ? 20 - Self.refused.count : 20))
        #expect(report.done(.products) == served.count)
        let pictures = served.values.reduce(0) { $0 + $1.gallery.count }
        #expect(report.done(.images) == pictures)
        #expect(report.expected(.images) == 125)
        #expect(report.isComplete == false)
    }

    /// Losses 6 and 31: refused products were nowhere named, and each was sent five times.
    @Test func `each refused product is named, and sent once until its input changes`() throws {
        let world = try SimulatedWorld()
        var first: AnsweringTransport?
        let report = try world.run(
            .sync(),
            wrap: {
                let refusing = Self.refusing($0)
                first = refusing
                return refusing
            })
        let named = Set(report.failures.map(\.subject.name).map { String($0) })
        #expect(named.isSuperset(of: Self.refused))
        #expect(report.exitStatus == 1)
        #expect(first?.count == Self.refused.count)
        var second: AnsweringTransport?
        let later = try world.run(
            .sync(),
            wrap: {
                let refusing = Self.refusing($0)
                second = refusing
                return refusing
            })
        #expect(second?.count == 0)
        #expect(later.requests.plytixWrites == 0)
        let stillNamed = Set(later.failures.map(\.subject.name).map { String($0) })
        #expect(stillNamed.isSuperset(of: Self.refused))
    }

    /// Loss 13: everything was written again every run.
    @Test func `a second run writes nothing`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(.sync())
        let writes = world.plytix.writeCount(of: "default")
        let second = try world.run(.sync())
        #expect(world.plytix.writeCount(of: "default") == writes)
        #expect(second.requests.plytixWrites == 0)
    }

    /// Loss 18: nothing told what was sent, what stood there before, and what was answered.
    @Test func `every write has its intent before it, and its answer behind it`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(.sync())
        let records = try world.journal.reader().records(after: 0)
        let intents = records.filter { $0.kind == EffectIntended.kind }
        #expect(intents.count == world.plytix.writeCount(of: "default"))
        let outcomes = records.filter { record in
            record.kind != EffectIntended.kind
                && record.cause.contains { cause in intents.contains { $0.sequence == cause } }
        }
        let ended = Set(outcomes.flatMap(\.cause))
        #expect(intents.allSatisfy { ended.contains($0.sequence) })
        let answered = outcomes.filter { record in
            let body = record.body.flatMap { try? JSONValue(parsing: $0) }
            return body?["answer"]["status"].int != nil
        }
        #expect(Set(answered.flatMap(\.cause)).isSuperset(of: intents.map(\.sequence)))
    }

    /// Loss 20: a trial run was marked complete, and what it showed could not be done.
    @Test func `a plan that is only shown is not complete, and is what is done then`() throws {
        let world = try SimulatedWorld()
        let shown = try world.run(.sync(execute: false))
        #expect(!shown.isComplete)
        #expect(shown.left(.products) == 20)
        #expect(world.plytix.writeCount(of: "default") == 0)
        let done = try world.run(.sync())
        #expect(shown.plan?.effects.map(\.key) == done.plan?.effects.map(\.key))
        #expect(done.done(.products) == 20)
    }

    /// Loss 22: tokens and passwords lay in files.
    @Test func `no secret of the settings is in the journal`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(.sync())
        let secrets = world.configuration.secrets.map { $0.reveal() }
        #expect(secrets.count >= 5)
        let texts = try world.journal.reader().records(after: 0).compactMap(\.body)
            .map { String(decoding: $0, as: UTF8.self) }
        for secret in secrets {
            let isThere = texts.contains { $0.contains(secret) }
            #expect(!isThere)
        }
    }
}
