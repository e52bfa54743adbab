import Synchronization

/// Chance for back-off, drawn from an injected generator that all requests share.
package final class Jitter: Sendable {
    private let generator: Mutex<any RandomNumberGenerator & Sendable>

    package init(_ generator: any RandomNumberGenerator & Sendable) {
        self.generator = Mutex(generator)
    }

    /// A number of 0 ..< 1.
    ///
    /// Made here of the generator's bits, so that a seed gives the same numbers whatever the
    /// standard library does.
    package func unit() -> Double {
        let bits = generator.withLock { $0.next() }
        return Double(bits >> 11) / Double(1 << 53 as UInt64)
    }
}
