import Catalog
import HTTP
import Synchronization

/// Runs all jobs of a simulation one after the other, in the order in which they come up.
final class SimulatedExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
    }

    /// Runs until there is nothing left to run.
    func run() {
        while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}

struct Deadlock: Error {}

/// Runs `body` with time that passes only when every task waits: its hours take milliseconds, and
/// each run is like any other.
func simulate<Value: Sendable>(
    _ body: @escaping @Sendable (SimulatedClock) async throws -> Value
) throws -> Value {
    let clock = SimulatedClock()
    let executor = clock.executor
    let outcome = Outcome<Value>()
    let task = Task(executorPreference: executor) {
        do {
            outcome.set(.success(try await body(clock)))
        } catch {
            outcome.set(.failure(error))
        }
    }
    while true {
        executor.run()
        if let result = outcome.get() { return try result.get() }
        guard clock.advance() else {
            task.cancel()
            executor.run()
            throw Deadlock()
        }
    }
}

private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }
    func get() -> Result<Value, any Error>? { result.withLock { $0 } }
}

/// Numbers by chance, the same ones for the same seed.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ (mixed >> 29)
    }
}
