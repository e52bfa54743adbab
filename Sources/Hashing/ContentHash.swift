package import Catalog
import Crypto

/// SHA-256 of bytes, in one call or piece by piece.
package struct ContentHash {
    private var hasher = SHA256()

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hasher.update(bufferPointer: bytes)
    }
    package mutating func update(_ bytes: [UInt8]) { hasher.update(data: bytes) }
    package consuming func finish() -> Catalog.Digest { Self.digest(hasher.finalize()) }

    package static func of(_ bytes: [UInt8]) -> Catalog.Digest {
        digest(SHA256.hash(data: bytes))
    }
    package static func of(_ text: String) -> Catalog.Digest { of(Array(text.utf8)) }

    private static func digest(_ digest: SHA256Digest) -> Catalog.Digest {
        digest.withUnsafeBytes { Catalog.Digest(bytes: $0) }
    }
}
