import Catalog
import JSON
import SandboxWorld

/// One product of a workload: everything of it follows from its number, its revision and the seed.
///
/// The shapes are those of a footwear brand's catalogue: about four pictures in two or three
/// sizes, four of five with a size, color and identifiers, one item in six a parent.
struct WorkloadProduct {
    let number: Int
    /// How often Amazon changed it.
    let revision: Int
    let seed: UInt64

    /// Products of one style share a parent, a model number and half of their pictures.
    private static let styleSize = 18
    private static let colors = ["Black", "Bomber", "Bone & Rust", "Sunset Brown", "Élan Tan"]
    private static let cuts = [
        "Work Boot", "Long Draw Chukka", "Driving Moc", "Slip-Resistant Hiker Boot", "Slip-On",
    ]

    private var style: Int { number / Self.styleSize }
    private var isParent: Bool { number.isMultiple(of: Self.styleSize) }

    // MARK: Names

    var key: ItemKey { ItemKey(.us, asin(number)) }
    var sku: String { "AMZN-US-\(key.asin)" }
    var id: String { Self.id(mixed(1, number)) }
    var canonicalSKU: String {
        "\(model)-M-\(number % Self.styleSize < 10 ? "0" : "")\(number % Self.styleSize)"
    }
    var canonicalID: String { Self.id(mixed(2, number)) }
    private var model: String { "WDM\(letters(mixed(3, style), 1))\(1000 + style % 9000)" }
    private var upc: String { "8123\(10_000_000 + number)" }

    private func asin(_ number: Int) -> ASIN {
        let digits = String(mixed(4, number) % 46_656, radix: 36).uppercased()
        let text = "B0" + String(repeating: "0", count: 3 - min(3, digits.count)) + digits
        return ASIN(text + String(10_000 + number).suffix(5)) ?? key.asin
    }

    // MARK: What Amazon says

    var item: AmazonItem {
        let color = Self.colors[number % Self.colors.count]
        let cut = Self.cuts[style % Self.cuts.count]
        let size = isParent ? nil : "\(6 + number % 9).5 D(M) US"
        let name = "Sandbox Brand Men's \(letters(mixed(5, style), 7)) \(cut)"
        let edition = revision == 0 ? "" : " (\(revision))"
        return AmazonItem(
            key: key,
            title: [name, color, size].compactMap(\.self).joined(separator: ", ") + edition,
            brand: "Sandbox Brand", modelNumber: model, partNumber: model,
            size: size, color: isParent ? nil : color, manufacturer: "Sandbox Brand",
            productType: number.isMultiple(of: 3) ? "BOOT" : "SHOES",
            classification: isParent ? "VARIATION_PARENT" : "BASE_PRODUCT",
            identifiers: isParent
                ? [] : [.init(type: "UPC", value: upc), .init(type: "EAN", value: "0\(upc)")],
            parents: isParent ? [] : [asin(style * Self.styleSize)],
            children: isParent ? (1..<Self.styleSize).map { asin(number + $0) } : [],
            variationTheme: "SIZE_NAME/COLOR_NAME", pictures: pictures.flatMap(listed))
    }

    /// Ids of the pictures; the first half is the style's.
    var pictures: [String] {
        (0..<4).map { place in
            let owner = place < 2 ? style : number
            return "\(41 + place)\(letters(mixed(6 + place, owner), 8))L"
        }
    }
    /// Those that no earlier product shows.
    var ownPictures: ArraySlice<String> { isParent ? pictures[...] : pictures[2...] }

    private func listed(_ id: String) -> [ListedPicture] {
        let slot = id.hasPrefix("41") ? "MAIN" : "PT0\(id.prefix(2).last ?? "1")"
        let url = "https://m.media-amazon.com/images/I/\(id)"
        return [
            ListedPicture(slot: slot, url: "\(url).jpg", width: 2560, height: 1707),
            ListedPicture(slot: slot, url: "\(url)._SL500_.jpg", width: 500, height: 333),
            ListedPicture(slot: slot, url: "\(url)._SL75_.jpg", width: 75, height: 50),
        ]
    }

    // MARK: What Plytix holds

    var canonical: Canonical {
        Canonical(
            id: canonicalID, sku: canonicalSKU, label: "Long Draw Chukka M-\(number % 18)",
            gtin: upc, parentID: Self.id(mixed(2, style * Self.styleSize)))
    }

    static func file(_ picture: String) -> String {
        Picture.fileName(id: picture, extension: "jpg")
    }
    static func assetID(_ picture: String, seed: UInt64) -> String {
        id(picture.utf8.reduce(seed) { SplitMix64.mixed($0 &+ UInt64($1)) })
    }

    /// The fields as they are written at creation.
    var changes: [FieldChange] {
        let item = item
        func change(
            _ field: String, _ value: String?, _ rule: WriteRule = .always
        ) -> FieldChange? {
            value.map {
                FieldChange(
                    field: "attributes.amazon_\(field)", old: nil, new: .string($0), rule: rule,
                    reason: .new)
            }
        }
        let label = FieldChange(
            field: "label", old: nil, new: JSONValue(item.title), rule: .always, reason: .new)
        return [
            label, change("asin", key.asin.text), change("parent_asin", item.parents.first?.text),
            change("title", item.title), change("marketplace", "US"),
            change("canonical_sku", canonicalSKU),
            change("item_classification", item.classification), change("brand", item.brand),
            change("model_number", item.modelNumber), change("size", item.size, .fillEmpty),
            change("color", item.color, .fillEmpty),
            change("upc", item.identifiers.first?.value, .fillEmpty),
            change("ean", item.identifiers.last?.value, .fillEmpty),
            change("variation_theme", item.variationTheme), change("last_synced", "2026-03-01"),
        ].compactMap(\.self)
    }

    // MARK: Chance

    private func mixed(_ salt: Int, _ value: Int) -> UInt64 {
        SplitMix64.mixed(seed &+ UInt64(salt) << 56 &+ UInt64(value))
    }

    private func letters(_ value: UInt64, _ count: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        return String((0..<count).map { alphabet[Int(value >> UInt64($0 * 6) & 63)] })
    }

    /// 24 hexadecimal digits, as Plytix makes ids.
    private static func id(_ value: UInt64) -> String {
        let digits = String(value, radix: 16) + String(SplitMix64.mixed(value), radix: 16)
        return String((digits + "0123456789abcdef01234567").prefix(24))
    }
}
