// An append that needs only its place: checked, hashed and compressed by the caller's own task, so
// that the one writer does nothing that others could do for it.

import Catalog
import Hashing

/// The drafts and blobs of one append, ready to be written.
struct AppendRequest: Sendable {
    let run: RunID
    let events: [Event]
    /// Those that were not in the journal when the request was made, each once.
    let blobs: [StoredBlob]
    /// What the caller knows of subjects, in the order of their texts.
    let expecting: [(subject: Subject, sequence: Int)]

    /// A draft with what can be said of it before its number is known.
    struct Event: Sendable {
        let draft: RecordDraft
        /// The text of its column.
        let subjects: [UInt8]
        let bodyHash: Digest
    }

    /// A blob in the form of its row.
    struct StoredBlob: Sendable {
        let digest: Digest
        let size: Int
        let data: [UInt8]

        init(_ blob: Blob) {
            digest = blob.digest
            size = blob.bytes.count
            data = Deflate.compress(blob.bytes)
        }

        /// One that was compressed elsewhere; without data it was redacted.
        init(digest: Digest, size: Int, data: [UInt8]) {
            self.digest = digest
            self.size = size
            self.data = data
        }
    }

    /// - Throws: `.forbidden` and `.secretRefused`, before anything of the append is written.
    init(
        _ drafts: [RecordDraft], run: RunID, blobs: [Blob], expecting: [Subject: Int],
        secrets: SecretFilter
    ) throws(JournalError) {
        self.run = run
        try Self.check(name: run.text, as: "run", of: "the append")
        var events: [Event] = []
        events.reserveCapacity(drafts.count)
        for (index, draft) in drafts.enumerated() {
            let subjects = ColumnText.write(draft.subjects)
            try DraftCheck(draft, index: index, subjects: subjects).check(secrets: secrets)
            events.append(
                Event(draft: draft, subjects: subjects, bodyHash: ContentHash.of(draft.body)))
        }
        self.events = events
        for blob in blobs {
            guard blob.bytes.count <= Blob.bytesMax else {
                throw .forbidden(what: "Blob \(blob.digest) is larger than \(Blob.bytesMax) bytes")
            }
            guard !secrets.matches(blob.bytes) else {
                throw .secretRefused(what: "Blob \(blob.digest)")
            }
        }
        self.blobs = blobs.map(StoredBlob.init)
        self.expecting = expecting.sorted { $0.key < $1.key }
            .map { (subject: $0.key, sequence: $0.value) }
    }

    /// Refuses a run, system or kind that could not be read back.
    static func check(name: String, as word: String, of owner: @autoclosure () -> String)
        throws(JournalError)
    {
        guard (1...200).contains(name.utf8.count), name.utf8.allSatisfy({ $0 >= 0x20 }) else {
            throw .forbidden(
                what: "The \(word) of \(owner()) has not 1 to 200 bytes without control characters")
        }
    }
}
