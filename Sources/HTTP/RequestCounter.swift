import Synchronization

/// Counts the requests of a run: per system, operation, status and kind.
package final class RequestCounter: Sendable {
    /// What is counted together.
    package struct Key: Sendable, Hashable, Comparable {
        package let system: String
        package let operation: String
        /// Nil for requests that left and got no answer.
        package let status: Int?
        package let isWrite: Bool

        package static func < (a: Key, b: Key) -> Bool {
            (a.system, a.operation, a.status ?? 0, a.isWrite ? 1 : 0)
                < (b.system, b.operation, b.status ?? 0, b.isWrite ? 1 : 0)
        }
    }

    private let counted = Mutex<[Key: Int]>([:])

    package init() {}

    package func count(_ operation: Operation, status: Int?) {
        let key = Key(
            system: operation.system, operation: operation.name, status: status,
            isWrite: operation.isWrite)
        counted.withLock { $0[key, default: 0] += 1 }
    }

    /// All counts, in order of their keys.
    package var counts: [(key: Key, count: Int)] {
        counted.withLock { $0.map { (key: $0.key, count: $0.value) } }.sorted { $0.key < $1.key }
    }

    /// How many requests a system was sent.
    package func requests(to system: String) -> Int {
        counts.reduce(0) { $0 + ($1.key.system == system ? $1.count : 0) }
    }

    /// How many of them were writes.
    package func writes(to system: String) -> Int {
        counts.reduce(0) { $0 + ($1.key.system == system && $1.key.isWrite ? $1.count : 0) }
    }
}
