// What a verification found, as values; their sentences are what a person reads.

package import Catalog

/// The result of holding a journal against its format, its chain and a head that was kept.
package struct Verification: Hashable, Sendable {
    /// How much is looked at.
    package enum Depth: Sendable {
        /// The events and what they are hashed with.
        case chain
        /// Also the tables' definitions, the blobs' contents, the index of subjects, and the file
        /// beneath by SQLite's integrity check.
        case everything
    }

    /// How many events were found right, from the first without a gap.
    package var events = 0
    /// How many of them have no body any more, as a later event demands.
    package var redacted = 0
    /// How many blobs were found right.
    package var blobs = 0
    /// How many of them have no content any more, as a later event demands.
    package var redactedBlobs = 0
    /// The last event that was found right; number 0 with the chain's beginning when none was.
    package var head: JournalHead?
    /// What is wrong: of the chain only the first, since all behind it hangs on it.
    package var findings: [Finding] = []

    package init() {}

    /// True when nothing is wrong; redacted bodies are not wrong.
    package var isValid: Bool { findings.isEmpty }
}

extension Verification: CustomStringConvertible {
    /// A line that says how it stands: `valid, 1200 events, 3 redacted, 18 blobs`.
    package var description: String {
        let blanked = redactedBlobs > 0 ? ", \(redactedBlobs) redacted" : ""
        let counts = "\(events) events, \(redacted) redacted, \(blobs) blobs\(blanked)"
        return isValid ? "valid, \(counts)" : "not valid: \(findings[0]); right so far: \(counts)"
    }
}
