package import Catalog
package import JSON

/// A product of the merchant's own was seen in Plytix, new or changed.
///
/// Emitted when a canonical product is seen for the first time or its hash differs from the last
/// one.
package struct CanonicalObserved: Event, Hashable, Sendable {
    package static let kind = "CanonicalObserved"
    package static let version = 1

    /// The product, as far as matching needs it.
    package var canonical: Canonical
    /// The digest of `canonical`'s canonical text.
    package var hash: Digest

    package init(canonical: Canonical, hash: Digest) {
        self.canonical = canonical
        self.hash = hash
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(canonical.sku))] }
}

extension CanonicalObserved {
    package init(from json: inout JSONReader) throws(JSONError) {
        var canonical: Canonical?
        var hash: Digest?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "canonical": canonical = try json.read(key)
            case "hash": hash = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            canonical: try required(canonical, "canonical"), hash: try required(hash, "hash"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("canonical", canonical)
            json.member("hash", hash)
        }
    }
}
