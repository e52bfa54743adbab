package import Sync
import JournalStore
import Synchronization

extension SimulatedWorld {
    /// Runs an order until the process dies at a boundary; gives the world that it leaves, in which
    /// the next run is a fresh process.
    ///
    /// - `what`: of the boundaries of the kind `moment` only those of this request or commit, such as
    ///   `POST /api/v1/products`; nil for all.
    /// - `time`: at which of them, from 1.
    /// - Throws: `Survival` when the run came to its end before.
    package func dying(
        _ order: RunOrder, _ moment: CrashPoint.Moment, of what: String? = nil, time: Int
    ) throws -> SimulatedWorld {
        let met = Mutex(0)
        let captured = CapturedForks(arriving: true) { point in
            guard point.moment == moment, what == nil || point.what == what else { return false }
            return met.withLock { met in
                met += 1
                return met == time
            }
        }
        captured.watch(self)
        defer { watch.watch(nil) }
        do {
            _ = try run(
                order,
                betweenSteps: {
                    if let fork = captured.take().first { throw Death(world: try fork.world.get()) }
                })
        } catch let death as Death {
            return death.world
        }
        throw Survival()
    }
}

/// A run came to its end before the boundary at which it should have died.
package struct Survival: Error {}

private struct Death: Error {
    let world: SimulatedWorld
}
