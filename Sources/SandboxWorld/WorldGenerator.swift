// Generates a brand style by style. A style is what the merchant calls a product: a canonical
// product with its variants by width and size, which Amazon lists in one or several families.

import Catalog
import JSON

/// What is made so far, and the numbers that the rest is made from.
struct WorldGenerator {
    static let brand = "Sandbox Brand"

    let count: Int
    var random: SplitMix64
    var items: [World.Item] = []
    var canonicals: [World.Canonical] = []
    /// Buyable items so far: the rare cases come by their number.
    var buyables = 0
    /// Product codes so far, on Amazon or not.
    private var codes = 0
    private var lastCode = InventedUPC.code(0)
    var pictures = PictureGroups()
    private var names = Set<String>()
    private let footwear = FootwearAttributes(marketplaceID: Marketplace.us.id)
    private var shared: [[JSONObject]] = []

    init(count: Int, seed: UInt64) {
        self.count = count
        random = SplitMix64(seed: seed)
        shared = GeneratedStyle.Kind.allCases.map { kind in
            (0..<9).map { number in
                footwear.object(
                    productType: kind.rawValue,
                    department: GeneratedStyle.Department.allCases[number / 3].rawValue,
                    variation: number % 3)
            }
        }
    }

    mutating func run() -> World {
        items.reserveCapacity(count)
        var number = 0
        while items.count < count {
            addStyle(number)
            number += 1
        }
        return World(items: items, canonicals: canonicals)
    }

    // MARK: Names

    mutating func asin() -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        return unique { random in
            String(
                decoding: Array("B0".utf8) + (0..<8).map { _ in random.pick(letters) },
                as: UTF8.self)
        }
    }

    /// Three shapes of model numbers: AAA9999, AAAA999, AAAAA99.
    mutating func model() -> String {
        let prefixes = ["MCA", "MDM", "WXC", "YRS", "MHKB", "WCAX", "MXBNA", "WDMXW"]
        return unique { random in
            let prefix = random.pick(prefixes)
            let digits = String(random.below([3: 10_000, 4: 1_000, 5: 100][prefix.count] ?? 100))
            return prefix + String(repeating: "0", count: 7 - prefix.count - digits.count) + digits
        }
    }

    /// A name that was not given before; after many tries with something behind it.
    private mutating func unique(_ make: (inout SplitMix64) -> String) -> String {
        for _ in 0..<20 {
            let name = make(&random)
            if names.insert(name).inserted { return name }
        }
        while true {
            let name = make(&random) + String(random.below(1_000_000))
            if names.insert(name).inserted { return name }
        }
    }

    // MARK: Numbers

    /// A product code; one in 4,000 of those on Amazon is that of the product before.
    mutating func code(isListed: Bool) -> String {
        if isListed, buyables % 4_000 == 777 { return lastCode }
        codes += 1
        let code = InventedUPC.code(codes)
        if isListed { lastCode = code }
        return code
    }

    /// 97.6 % list UPC and EAN, 15 % a GTIN, 0.4 % nothing; one GTIN in 10,000 is another number.
    mutating func identifiers(_ code: String) -> [World.Identifier] {
        let kind = random.below(1_000)
        if kind < 4 { return [] }
        if kind < 24 { return [InventedUPC.gtin(code)] }
        if kind >= 154 { return InventedUPC.identifiers(code) }
        guard buyables % 10_000 == 555 else {
            return InventedUPC.identifiers(code, withGTIN: true)
        }
        return InventedUPC.identifiers(code) + [InventedUPC.gtin(InventedUPC.code(9_999_999))]
    }

    /// 12 digits mostly, else 13 or 14 with zeros before them.
    mutating func canonicalGTIN(_ code: String) -> String {
        String(repeating: "0", count: random.pick(byWeight: [85, 8, 7])) + code
    }

    // MARK: Attributes

    mutating func attributes(_ style: GeneratedStyle) -> JSONObject {
        let kind = GeneratedStyle.Kind.allCases.firstIndex(of: style.kind) ?? 0
        let department = GeneratedStyle.Department.allCases.firstIndex(of: style.department) ?? 0
        var object = shared[kind][department * 3 + random.below(3)]
        let bullets = random.below(11)
        object["bullet_point"] =
            bullets == 0 ? nil : footwear.texts(Array(InventedWords.bullets.prefix(bullets)))
        object["product_description"] = footwear.texts([description(style)])
        return object
    }

    private mutating func description(_ style: GeneratedStyle) -> String {
        let text = "The \(style.name), \(style.noun.lowercased()) of \(Self.brand)."
        return random.chance(10) ? "<p><b>\(text)</b><br>Wipe clean &amp; condition.</p>" : text
    }
}
