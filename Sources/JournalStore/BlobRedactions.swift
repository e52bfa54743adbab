// Which blobs may be without their content, as the events of the journal say.

import Catalog

/// The redactions of blobs that a journal holds.
struct BlobRedactions {
    /// The last BodyRedacted event that names a blob.
    private var last: [Digest: Int] = [:]

    /// Reads the BodyRedacted events; finding them reads through the headers of all.
    init(_ connection: Connection) throws(SQLiteFailure) {
        let events = try connection.statement(
            """
            SELECT sequence, subjects FROM events
            WHERE kind = (SELECT id FROM names WHERE name = 'BodyRedacted') ORDER BY sequence
            """)
        defer { events.reset() }
        while try events.step() {
            add(ColumnText.subjects(events.bytes(1)) ?? [], of: events.int(0))
        }
    }

    init() {}

    /// Takes in the subjects of a BodyRedacted event.
    mutating func add(_ subjects: [SubjectReference], of sequence: Int) {
        for reference in subjects where reference.role == nil && reference.subject.kind == "blob" {
            let name = String(reference.subject.name)
            guard let digest = Digest(hex: name), digest.hex == name else { continue }
            last[digest] = sequence
        }
    }

    /// What is wrong with a blob without content that came with an event; nil when nothing is.
    func fault(ofBlob digest: Digest?, from sequence: Int) -> String? {
        if let digest, let redaction = last[digest], redaction > sequence { return nil }
        return "its content is gone, and no later BodyRedacted event names it"
    }
}
