package import Catalog
import Hashing
import JSON

/// The normal form of an item, by which two answers are the same or not.
///
/// Lists whose order means nothing are sorted, repeated entries dropped, and pictures named by id
/// and size rather than by URL: another host or another order is no change.
package enum ItemFingerprint {
    /// Changes whenever the normal form does, since digests then change with it.
    package static let version = 1

    /// The digest of an item's normal form.
    package static func digest(of item: AmazonItem) -> Digest {
        ContentHash.of(normalForm(of: item))
    }

    /// The normal form as text: JSON in a fixed order of keys.
    static func normalForm(of item: AmazonItem) -> [UInt8] {
        var json = JSONWriter(capacity: 2048)
        json.object { json in
            json.member("version", version)
            json.member("key", item.key.description)
            json.member("title", optional: item.title)
            json.member("brand", optional: item.brand)
            json.member("modelNumber", optional: item.modelNumber)
            json.member("partNumber", optional: item.partNumber)
            json.member("size", optional: item.size)
            json.member("color", optional: item.color)
            json.member("manufacturer", optional: item.manufacturer)
            json.member("productType", optional: item.productType)
            json.member("classification", optional: item.classification)
            json.member("variationTheme", optional: item.variationTheme)
            json.member("identifiers", set(item.identifiers.map { "\($0.type) \($0.value)" }))
            json.member("parents", set(item.parents.map(\.text)))
            json.member("children", set(item.children.map(\.text)))
            json.member("pictures", set(item.pictures.map(name)))
        }
        return json.bytes
    }

    /// `MAIN 71abC-dE+fL.jpg 1500x1000`, or the URL where it names no picture.
    private static func name(_ listed: ListedPicture) -> String {
        let file = Picture(listed).map { "\($0.id).\($0.fileExtension)" } ?? listed.url
        return "\(listed.slot) \(file) \(listed.width)x\(listed.height)"
    }

    private static func set(_ values: [String]) -> [String] { Set(values).sorted() }
}
