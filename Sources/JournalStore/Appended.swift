// What an append answers.

package import Catalog

/// The place that an append got; when a caller holds it, its events are on disk.
package struct Appended: Hashable, Sendable {
    /// The numbers of the drafts, in their order.
    package let sequences: ClosedRange<Int>
    /// The time of the commit, the same for all events that were committed together.
    package let time: Instant
    /// How far the clock was behind the event before; zero unless somebody set it back.
    ///
    /// Such events carry the time of the event before, so that time never decreases.
    package let clockBehind: Duration

    package init(sequences: ClosedRange<Int>, time: Instant, clockBehind: Duration = .zero) {
        self.sequences = sequences
        self.time = time
        self.clockBehind = clockBehind
    }
}
