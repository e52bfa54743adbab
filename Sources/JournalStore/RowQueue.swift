// The meeting place of two threads: one reads rows, the other takes them.

import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A few batches of rows; who is ahead waits.
final class RowQueue: Sendable {
    private struct State {
        var batches: [RowBatch] = []
        /// Batches that were read, whose memory can be filled again.
        var used: [RowBatch] = []
        var end: JournalError??
        var isLeft = false
    }

    private static let batchesMax = 3

    private let state = Mutex(State())
    private let free = Semaphore(RowQueue.batchesMax)
    private let filled = Semaphore(0)

    // MARK: The reading thread

    /// Hands a batch over; false when nobody wants any more.
    func put(_ batch: RowBatch) -> Bool {
        free.wait()
        let isWanted = state.withLock { state in
            if !state.isLeft { state.batches.append(batch) }
            return !state.isLeft
        }
        filled.signal()
        return isWanted
    }

    /// An empty batch.
    func empty(_ context: ScanContext) -> RowBatch {
        guard var batch = state.withLock({ $0.used.popLast() }) else { return RowBatch(context) }
        batch.clear(context)
        return batch
    }

    /// Says that no more come, and why, where it was an error.
    func finish(_ error: JournalError?) {
        state.withLock { $0.end = .some(error) }
        filled.signal()
    }

    // MARK: The taking thread

    /// The next batch; nil behind the last.
    func take() throws(JournalError) -> RowBatch? {
        filled.wait()
        let (batch, end) = state.withLock { state in
            (state.batches.isEmpty ? nil : state.batches.removeFirst(), state.end)
        }
        if let batch {
            free.signal()
            return batch
        }
        if case .some(.some(let error)) = end { throw error }
        return nil
    }

    /// Gives a batch back that was read.
    func giveBack(_ batch: RowBatch) { state.withLock { $0.used.append(batch) } }

    /// Wants no more: the reading thread ends at its next batch.
    func leave() {
        state.withLock { state in
            state.isLeft = true
            state.batches = []
        }
        for _ in 0..<Self.batchesMax { free.signal() }
    }
}

/// A semaphore of the system.
private final class Semaphore: Sendable {
    /// It may cross threads unchecked, since semaphores are made for that, and nobody but this
    /// object frees it.
    private nonisolated(unsafe) let handle = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(_ count: Int) { sem_init(handle, 0, UInt32(count)) }

    deinit {
        sem_destroy(handle)
        handle.deallocate()
    }

    func signal() { sem_post(handle) }

    func wait() {
        // A signal of the system may wake it too early.
        while sem_wait(handle) != 0 {}
    }
}
