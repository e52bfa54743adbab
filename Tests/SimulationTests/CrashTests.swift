import Catalog
import Events
import HTTP
import JSON
import JournalStore
import PlytixSandbox
import Projections
import SandboxWorld
import Simulation
import Sync
import Testing

/// The process dies at one request; the same command then brings the account to the same state.
@Suite struct `A run that is killed` {
    private static let undisturbed = Result { try account(afterKilling: nil) }

    /// A sample of the requests of an undisturbed run.
    @Test(arguments: Array(stride(from: 1, through: 120, by: 17)), FatalTransport.Moment.allCases)
    func `goes on to the same account`(number: Int, moment: FatalTransport.Moment) throws {
        let killed = try Self.account(afterKilling: (number, moment))
        let undisturbed = try Self.undisturbed.get()
        #expect(killed == undisturbed)
    }

    /// The account as served, without ids.
    private static func account(
        afterKilling death: (number: Int, moment: FatalTransport.Moment)?
    ) throws -> JSONValue {
        let world = try SimulatedWorld()
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        order.execute = true
        if let death {
            #expect(throws: Standstill.self) {
                try world.run(order, wrap: { FatalTransport($0, at: death.number, death.moment) })
            }
        }
        let report = try world.run(order)
        #expect(report.phases.allSatisfy { $0.pending == 0 && $0.inDoubt == 0 })
        #expect(report.failures.count == 1)
        #expect(try world.journal.reader().verify().isValid)
        return try #require(world.plytix.state(of: "default")).withoutIDs
    }
}

extension JSONValue {
    /// The same without members named `id` and without the account's own id.
    var withoutIDs: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutIDs))
        case .object(let object):
            .object(
                JSONObject(
                    object.members.filter { $0.key != "id" && $0.key != "account" }
                        .map { ($0.key, $0.value.withoutIDs) }))
        default: self
        }
    }
}
