// The hash chain: the bytes of an event that are hashed, as FORMAT.md lays them down.

import Catalog
import Hashing

/// Builds the bytes of one link after another in one buffer, and hashes them.
struct ChainLink {
    /// The stored name of the format, which the chain begins with.
    static let format = "plysync-journal-1"

    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1024) }

    /// The hash before the first event.
    static func genesis(format: String, id: [UInt8], created: Instant) -> Digest {
        var bytes: [UInt8] = []
        append(Array(format.utf8), to: &bytes)
        append(id, to: &bytes)
        append(created.microseconds, to: &bytes)
        return ContentHash.of(bytes)
    }

    /// The header of an event but for its names, which are given as ready fields.
    struct Header {
        let sequence: Int
        let time: Instant
        let version: Int
        let run: [UInt8]
        let system: [UInt8]
        let kind: [UInt8]
        /// The texts of the columns, byte for byte.
        let subjects: UnsafeRawBufferPointer
        let cause: UnsafeRawBufferPointer
        /// The hashes of the blobs that came with the event.
        let blobs: [Digest]
    }

    /// SHA-256 of the previous hash, the header and the hash of the body.
    mutating func hash(
        previous: UnsafeRawBufferPointer, header: Header, bodyHash: UnsafeRawBufferPointer
    ) -> Digest {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: previous)
        Self.append(header.sequence, to: &bytes)
        Self.append(header.time.microseconds, to: &bytes)
        Self.append(length: header.version, to: &bytes)
        bytes.append(contentsOf: header.run)
        bytes.append(contentsOf: header.system)
        bytes.append(contentsOf: header.kind)
        Self.append(header.subjects, to: &bytes)
        Self.append(header.cause, to: &bytes)
        Self.append(length: header.blobs.count * 32, to: &bytes)
        for blob in header.blobs { bytes.append(contentsOf: blob.bytes) }
        bytes.append(contentsOf: bodyHash)
        return bytes.withUnsafeBytes { ContentHash.of($0) }
    }

    // MARK: Encoding

    /// A field: its length, then its bytes.
    static func append(_ field: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        append(length: field.count, to: &bytes)
        bytes.append(contentsOf: field)
    }

    static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
        field.withUnsafeBytes { append($0, to: &bytes) }
    }

    /// Eight bytes, the highest first, in two's complement.
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) {
            bytes.append(contentsOf: $0)
        }
    }

    /// Four bytes, the highest first.
    private static func append(length: Int, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: length).bigEndian) {
            bytes.append(contentsOf: $0)
        }
    }
}
