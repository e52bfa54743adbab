import Catalog
package import Export
package import Delivery
package import HTTP
import JournalStore

/// What the engine takes from the world: network, time, chance, and somebody to tell.
package struct Surroundings: Sendable {
    package var transport: any Transport
    /// Finds the addresses of hosts that somebody else named.
    package var resolve: NameResolver
    package var clock: any WallClock
    package var generator: any RandomNumberGenerator & Sendable
    package var narrator: any Narrator
    /// `1.0.0`.
    package var version: String
    package var process: (pid: Int, host: String)
    /// Where tasks of their own run; nil for the default.
    package var executor: (any TaskExecutor)?
    package var snapshots: Snapshots

    package init(
        transport: any Transport, resolve: @escaping NameResolver, clock: any WallClock,
        generator: any RandomNumberGenerator & Sendable, narrator: any Narrator,
        version: String, process: (pid: Int, host: String),
        executor: (any TaskExecutor)? = nil, snapshots: Snapshots = Snapshots()
    ) {
        self.transport = transport
        self.resolve = resolve
        self.clock = clock
        self.generator = generator
        self.narrator = narrator
        self.version = version
        self.process = process
        self.executor = executor
        self.snapshots = snapshots
    }
}

/// Who is told how a run goes on: a progress bar, a log, nobody.
package protocol Narrator: Sendable {
    func tell(_ news: RunNews)
}

/// What happens during a run, for people.
package enum RunNews: Sendable {
    /// A part of the run begins: `Reading canonical products`.
    case step(String)
    case exporting(ExportProgress)
    case delivering(DeliveryProgress)
    /// A quota is waited for, a minute or more.
    case waiting(LongWait)
    /// Something that the user should know.
    case warning(String)
}
