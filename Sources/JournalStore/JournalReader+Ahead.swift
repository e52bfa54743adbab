// A scan with two threads: SQLite steps in one while the events are looked at in the other.

import Catalog

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension JournalReader {
    /// The same as `scan(after:through:kinds:)`, for long ones: the rows are read by a thread of
    /// their own, which is a little ahead; it ends before this call does.
    ///
    /// Costs a copy of each event, and takes the time of the slower of both.
    ///
    /// - Throws: what `body` throws, or a `JournalError`.
    package func scanAhead<Failure: Error>(
        after: Int = 0, through: Int? = nil, kinds: Set<String>? = nil,
        _ body: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws {
        guard case .file(let pool) = source else {
            return try scan(after: after, through: through, kinds: kinds, body)
        }
        let queue = RowQueue()
        let reading = ReadingThread {
            queue.finish(
                Self.read(pool, after: after, through: through, kinds: kinds, into: queue))
        }
        guard let reading else {
            return try scan(after: after, through: through, kinds: kinds, body)
        }
        defer {
            queue.leave()
            reading.join()
        }
        while let batch = try queue.take() {
            try batch.forEach(body)
            queue.giveBack(batch)
        }
    }

    /// Reads rows into a queue until its end or until nobody wants more; answers what failed.
    private static func read(
        _ pool: ReaderPool, after: Int, through: Int?, kinds: Set<String>?, into queue: RowQueue
    ) -> JournalError? {
        do throws(JournalError) {
            try pool.withConnection { reader throws(JournalError) in
                var batch = queue.empty(reader.context)
                do throws(ScanStop<Left>) {
                    try reader.scan(
                        after: after, through: through ?? .max, filter: EventFilter(kinds: kinds)
                    ) { record throws(Left) in
                        batch.append(record)
                        guard batch.isFull else { return }
                        guard queue.put(batch) else { throw Left() }
                        batch = queue.empty(reader.context)
                    }
                    if !batch.isEmpty { _ = queue.put(batch) }
                } catch {
                    // That nobody wants more is no failure.
                    if case .journal(let error) = error { throw error }
                }
            }
            return nil
        } catch {
            return error
        }
    }
}

/// Nobody wants the rows that are left.
private struct Left: Error {}

/// A thread of the system's, with the work that it does.
private struct ReadingThread {
    private let thread: pthread_t

    /// Starts it; nil when the system has no thread left.
    init?(_ work: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Work(run: work))
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { work in
                if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits until the work is done.
    func join() { pthread_join(thread, nil) }

    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
