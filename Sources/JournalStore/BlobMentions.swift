// Which events speak of which blobs: bodies name them by the digits of their hashes.

package import Catalog

/// A blob of a journal.
package struct KeptBlob: Hashable, Sendable {
    package let digest: Digest
    /// Of its content, in bytes.
    package let size: Int
    /// What it takes in the file, in bytes.
    package let storedSize: Int
}

extension JournalReader {
    /// The blobs that a body names and the journal has with their contents, each once.
    package func blobs(namedIn body: [UInt8]) throws(JournalError) -> [KeptBlob] {
        var digests: [Digest] = []
        body.withUnsafeBytes { bytes in
            HexDigests.each(in: bytes) { if !digests.contains($0) { digests.append($0) } }
        }
        return try ask { reader throws(SQLiteFailure) in
            var blobs: [KeptBlob] = []
            for digest in digests {
                let blob = try reader.connection.first(
                    "SELECT size, length(data) FROM blobs WHERE hash = ?1 AND length(data) > 0"
                ) {
                    $0.bind(1, digest)
                } row: {
                    KeptBlob(digest: digest, size: $0.int(0), storedSize: $0.int(1))
                }
                if let blob { blobs.append(blob) }
            }
            return blobs
        }
    }

    /// For each of some blobs the first event that names it, of all events but some; reads through
    /// all bodies.
    package func events(
        naming blobs: Set<Digest>, except left: Set<Int>
    ) throws(JournalError) -> [Digest: Int] {
        guard !blobs.isEmpty else { return [:] }
        var events: [Digest: Int] = [:]
        try scan { event in
            guard let body = event.body, !left.contains(event.sequence) else { return }
            let sequence = event.sequence
            HexDigests.each(in: body) { digest in
                if blobs.contains(digest), events[digest] == nil { events[digest] = sequence }
            }
        }
        return events
    }
}

/// Digests in the middle of texts.
enum HexDigests {
    /// Calls `body` for every run of exactly 64 lower-case hexadecimal digits.
    static func each(in bytes: UnsafeRawBufferPointer, _ body: (Digest) -> Void) {
        // Such a run holds one of every 64 places.
        var place = 63
        while place < bytes.count {
            guard isDigit(bytes[place]) else {
                place += 64
                continue
            }
            var start = place
            while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
            var end = place + 1
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            if end - start == 64 {
                let text = String(decoding: bytes[start..<end], as: UTF8.self)
                if let digest = Digest(hex: text) { body(digest) }
            }
            // The next run begins behind this one; its own 64th place is not before that.
            place = max(place + 64, end + 63)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
