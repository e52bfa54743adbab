import JournalStore
import Synchronization

/// The worlds that a run left behind at its boundaries, as far as they were not taken yet.
final class CapturedForks: Sendable {
    struct Fork: Sendable {
        let point: CrashPoint
        let world: Result<SimulatedWorld, JournalError>
    }

    private let state = Mutex((count: 0, forks: [Fork]()))
    private let isWanted: @Sendable (CrashPoint) -> Bool
    private let arriving: Bool
    private let lateness: Duration

    /// - `arriving`: whether requests that had left arrive in the forks.
    /// - `lateness`: how much later than usual.
    /// - `isWanted`: the boundaries at which a world is forked.
    init(
        arriving: Bool, lateness: Duration = .zero,
        where isWanted: @escaping @Sendable (CrashPoint) -> Bool
    ) {
        self.arriving = arriving
        self.lateness = lateness
        self.isWanted = isWanted
    }

    /// Boundaries so far.
    var count: Int { state.withLock(\.count) }

    /// Forks the runs of a world from now on.
    func watch(_ world: SimulatedWorld) {
        world.watch.watch { [weak world] moment, what in
            guard let world else { return }
            self.capture(world, moment, what)
        }
    }

    private func capture(
        _ world: SimulatedWorld, _ moment: CrashPoint.Moment, _ what: String
    ) {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        let point = CrashPoint(number: number, moment: moment, what: what)
        guard isWanted(point) else { return }
        let fork = Result { () throws(JournalError) in
            try SimulatedWorld(after: world, arriving: arriving, lateness: lateness)
        }
        state.withLock { $0.forks.append(Fork(point: point, world: fork)) }
    }

    func take() -> [Fork] {
        state.withLock { state in
            defer { state.forks = [] }
            return state.forks
        }
    }
}
