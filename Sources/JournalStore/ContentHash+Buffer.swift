// Hashing without a copy of the bytes.

import Catalog
import Hashing

extension ContentHash {
    /// SHA-256 of bytes where they lie.
    static func of(_ bytes: UnsafeRawBufferPointer) -> Digest {
        var hash = ContentHash()
        hash.update(bytes)
        return hash.finish()
    }
}
