// What a journal holds, in numbers.

package import Catalog

/// Counts and bytes of a journal.
package struct JournalStats: Hashable, Sendable {
    /// Some events, and the bytes of their bodies.
    package struct Tally: Hashable, Sendable {
        /// How many.
        package var events = 0
        /// Of those that were redacted nothing counts.
        package var bodyBytes = 0
        /// What blobs take in the file, counted with the events with which they came.
        package var blobBytes = 0

        package init(events: Int = 0, bodyBytes: Int = 0, blobBytes: Int = 0) {
            self.events = events
            self.bodyBytes = bodyBytes
            self.blobBytes = blobBytes
        }
    }

    /// All events.
    package var total = Tally()
    /// By the stored name of the kind, in the order of the names; so are runs and systems.
    package var kinds: [(name: String, tally: Tally)] { Self.sorted(byKind) }
    package var runs: [(name: String, tally: Tally)] { Self.sorted(byRun) }
    package var systems: [(name: String, tally: Tally)] { Self.sorted(bySystem) }
    /// By date in UTC, `2026-03-01`, in their order; days without events are left out.
    package var days: [(name: String, tally: Tally)] { Self.sorted(byDay) }
    /// The times of the first and the last event; nil when there are none.
    package var first: Instant?
    package var last: Instant?
    /// Events without a body.
    package var redacted = 0
    /// The bytes of the events' other columns: texts, hashes, and eight for each number.
    package var headerBytes = 0
    /// Blobs, each content once.
    package var blobs = 0
    /// Those of them that were redacted; their contents count nowhere.
    package var redactedBlobs = 0
    /// How often bodies name a blob by its hash, and the bytes of the contents that they name.
    package var blobReferences = 0
    package var blobReferenceBytes = 0
    /// The bytes of the blobs' contents, and what they take in the file.
    package var blobBytes = 0
    package var blobBytesStored = 0
    /// The size of the file without its log, which is copied into it now and then.
    package var fileBytes = 0

    /// What it saves that each content is kept once, in bytes before compression.
    package var savedByDeduplication: Int { max(0, blobReferenceBytes - blobBytes) }
    /// What compression saves, in bytes.
    package var savedByCompression: Int { blobBytes - blobBytesStored }

    var byKind: [String: Tally] = [:]
    var byRun: [String: Tally] = [:]
    var bySystem: [String: Tally] = [:]
    var byDay: [String: Tally] = [:]

    private static func sorted(_ tallies: [String: Tally]) -> [(name: String, tally: Tally)] {
        tallies.sorted { $0.key < $1.key }.map { (name: $0.key, tally: $0.value) }
    }
}
