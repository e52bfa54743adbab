// Bytes that the journal keeps once, by their hash: raw items of remote systems.

package import Catalog
import Hashing

/// Bytes to keep beside the events that speak of them.
package struct Blob: Hashable, Sendable {
    /// The largest number of bytes that a blob may have: 64 MiB.
    package static let bytesMax = 64 << 20

    /// SHA-256 of the bytes: the name under which events speak of them.
    package let digest: Digest
    /// The content, not compressed.
    package let bytes: [UInt8]

    /// Hashes the bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        digest = ContentHash.of(bytes)
    }
}
