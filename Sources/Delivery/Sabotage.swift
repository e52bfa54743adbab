/// Parts of the delivery that are switched off, to prove that a search for faults sees it.
///
/// No setting, flag or environment variable reaches it: only code of this package sets it.
package struct Sabotage: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Writes leave without an intent in the journal.
    package static let intents = Sabotage(rawValue: 1)
    /// Doubts are never settled.
    package static let settling = Sabotage(rawValue: 2)
    /// What is there already is a failure, not adopted.
    package static let adoption = Sabotage(rawValue: 4)
    /// Nobody waits for searches to catch up.
    package static let searchLag = Sabotage(rawValue: 8)
    /// Names are compared without their case.
    package static let exactNames = Sabotage(rawValue: 16)
}
