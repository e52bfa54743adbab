/// An event as the journal keeps it: a header that every reader understands, and a body of JSON.
package struct Record: Hashable, Sendable {
    /// Its place in the journal, from 1 without gaps.
    package let sequence: Int
    /// When its commit was made; never earlier than the record before.
    package let time: Instant
    package let run: RunID
    package let system: System
    /// The stored name of its kind: `ProductExported`.
    package let kind: String
    /// The version of its kind's body.
    package let version: Int
    package let subjects: [SubjectReference]
    /// The sequence numbers of the events that it follows from.
    package let cause: [Int]
    /// Canonical JSON; nil when it was redacted.
    package let body: [UInt8]?
    package let bodyHash: Digest
    /// The link of the hash chain: see `journal/FORMAT.md`.
    package let hash: Digest

    package init(
        sequence: Int, time: Instant, run: RunID, system: System, kind: String, version: Int,
        subjects: [SubjectReference], cause: [Int], body: [UInt8]?, bodyHash: Digest, hash: Digest
    ) {
        self.sequence = sequence
        self.time = time
        self.run = run
        self.system = system
        self.kind = kind
        self.version = version
        self.subjects = subjects
        self.cause = cause
        self.body = body
        self.bodyHash = bodyHash
        self.hash = hash
    }
}

/// An event before it has a place in the journal.
package struct RecordDraft: Hashable, Sendable {
    package var system: System
    package var kind: String
    package var version: Int
    package var subjects: [SubjectReference]
    package var cause: [Cause]
    package var body: [UInt8]

    /// What an event follows from: one that has its number, or one earlier in the same append.
    package enum Cause: Hashable, Sendable {
        case sequence(Int)
        /// The index, from 0, of a draft before this one in the same append.
        case earlier(Int)
    }

    package init(
        system: System, kind: String, version: Int, subjects: [SubjectReference],
        cause: [Cause] = [], body: [UInt8]
    ) {
        self.system = system
        self.kind = kind
        self.version = version
        self.subjects = subjects
        self.cause = cause
        self.body = body
    }
}

/// Where a journal ends: what `journal head` prints, and `verify --head` checks against.
package struct JournalHead: Hashable, Sendable {
    /// The highest sequence number; 0 in a journal without events.
    package let sequence: Int
    package let hash: Digest

    package init(sequence: Int, hash: Digest) {
        self.sequence = sequence
        self.hash = hash
    }
}
