import Catalog
import SandboxWorld
import TestSupport

extension AmazonItem {
    /// Any item that an answer can give: each value may be missing, words may be unknown.
    static func random(_ random: inout SplitMix64) -> AmazonItem {
        var item = AmazonItem(key: ItemKey(.us, .random(&random)))
        item.title = text(&random)
        item.brand = text(&random)
        item.modelNumber = text(&random)
        item.partNumber = text(&random)
        item.size = text(&random)
        item.color = text(&random)
        item.manufacturer = text(&random)
        item.productType = text(&random)
        item.classification = text(&random)
        item.variationTheme = text(&random)
        item.identifiers = (0..<random.below(6)).map { _ in
            Identifier(
                type: random.pick(["GTIN", "EAN", "UPC", "ISBN", "JAN"]),
                value: String(random.next() % 100_000_000_000_000))
        }
        item.parents = (0..<random.below(4)).map { _ in .random(&random) }
        item.children = (0..<random.below(9)).map { _ in .random(&random) }
        item.pictures = (0..<random.below(12)).map { _ in picture(&random) }
        return item
    }

    private static func text(_ random: inout SplitMix64) -> String? {
        let words = ["a\"b\\", "10.5 Wide", "7", "é日本", " ", "\u{7}\n", "null", "BASE_PRODUCT"]
        return random.chance(700) ? random.pick(words) + random.word(3) : nil
    }

    private static func picture(_ random: inout SplitMix64) -> ListedPicture {
        let file = random.word(10) + random.pick(["", "._SL75_", "._SX300_SY300_"])
        return ListedPicture(
            slot: random.pick(["MAIN", "PT01", "PT08", "PT09", "SWCH", "EEGL"]),
            url: "https://m.media-amazon.com/images/I/\(file).jpg", width: random.below(3_000),
            height: random.below(3_000))
    }
}

extension ASIN {
    static func random(_ random: inout SplitMix64) -> ASIN {
        .example("B0" + random.word(8).uppercased())
    }
}
