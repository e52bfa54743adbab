package import Catalog
package import JSON

/// Amazon said something new of an item.
///
/// Emitted when an item is seen for the first time or its hash differs from the last one; an
/// unchanged item stands only in its PageObserved.
package struct ProductExported: Event, Hashable, Sendable {
    package static let kind = "ProductExported"
    package static let version = 1

    /// The item in our words: both sides' relatives and all sizes of the pictures.
    package var item: AmazonItem
    /// The digest of `item`'s canonical text.
    package var itemHash: Digest
    /// The digest of Amazon's own answer, by which the journal keeps it.
    package var raw: Digest

    package init(item: AmazonItem, itemHash: Digest, raw: Digest) {
        self.item = item
        self.itemHash = itemHash
        self.raw = raw
    }

    package var subjects: [SubjectReference] { [SubjectReference(.asin(item.key))] }
}

extension ProductExported {
    /// The item that a body as it is written is about, for who needs no more of it; nil for one of
    /// another form.
    package static func key(
        version: Int, body: UnsafeRawBufferPointer
    ) -> ItemKey? {
        let opening: StaticString = #"{"item":{"key":""#
        let start = opening.utf8CodeUnitCount
        guard version == Self.version, body.count > start,
            body.prefix(start).elementsEqual(
                UnsafeBufferPointer(start: opening.utf8Start, count: start)),
            let end = body[start...].prefix(20).firstIndex(of: 0x22)
        else { return nil }
        return ItemKey(codedBytes: UnsafeRawBufferPointer(rebasing: body[start..<end]))
    }

    package init(from json: inout JSONReader) throws(JSONError) {
        var item: AmazonItem?
        var itemHash: Digest?
        var raw: Digest?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "item": item = try json.read(key)
            case "itemHash": itemHash = try json.read(key)
            case "raw": raw = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            item: try required(item, "item"), itemHash: try required(itemHash, "itemHash"),
            raw: try required(raw, "raw"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("item", item)
            json.member("itemHash", itemHash)
            json.member("raw", raw)
        }
    }
}
