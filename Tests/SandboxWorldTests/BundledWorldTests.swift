import Catalog
import JSON
import SandboxWorld
import Testing

@Suite struct BundledWorldTests {
    private let world = World.bundled

    private func item(_ asin: String) throws -> World.Item {
        try #require(world.items.first { $0.asin == asin })
    }

    private func shown(_ item: World.Item) -> [Picture] {
        let listed = item.pictures.map {
            ListedPicture(
                slot: $0.slot, url: "https://images.test/images/I/\($0.file)", width: $0.width,
                height: $0.height)
        }
        return Picture.shown(of: listed, atMost: 20)
    }

    private func padded(_ digits: String) -> String {
        String(repeating: "0", count: 14 - digits.count) + digits
    }

    @Test func `twenty ASINs, of which seventeen can be bought and three are parents`() {
        #expect(world.items.count == 20)
        #expect(Set(world.items.map(\.asin)).count == 20)
        #expect(world.items.allSatisfy { ASIN($0.asin) != nil })
        #expect(world.items.filter { $0.classification == "BASE_PRODUCT" }.count == 17)
        #expect(
            Set(world.items.filter { $0.classification == "VARIATION_PARENT" }.map(\.asin))
                == ["B077QMJFG9", "B09FQ13BDF", "B0C89T5YRQ"])
    }

    @Test func `the parent that no search finds has two children that name it`() throws {
        let parent = try item("B077QMJFG9")
        #expect(!parent.isSearchable)
        #expect(parent.modelNumber == "MDM0049")
        #expect(parent.children == ["B07TBFZL3N", "B07X8Z63ZL"])
        #expect(
            world.items.filter { $0.parents == ["B077QMJFG9"] }.map(\.asin).sorted()
                == parent.children)
        #expect(world.items.filter { !$0.isSearchable }.count == 1)
        #expect(world.items.filter { !$0.parents.isEmpty }.count == 2)
    }

    @Test(arguments: ["B09FQ13BDF", "B0C89T5YRQ"])
    func `two parents carry the style's number and have no child`(asin: String) throws {
        let parent = try item(asin)
        #expect(parent.modelNumber == "MCA0032")
        #expect(parent.children.isEmpty)
    }

    @Test func `all have a model number, and parents no identifier`() {
        #expect(world.items.allSatisfy { $0.modelNumber != nil })
        for item in world.items {
            let types = Set(item.identifiers.map(\.type))
            if item.classification == "VARIATION_PARENT" {
                #expect(types.isEmpty)
            } else {
                #expect(types.isSuperset(of: ["UPC", "EAN"]))
            }
        }
    }

    @Test func `sixteen match a canonical product by fourteen digits, each its own`() throws {
        var canonicals: [String: String] = [:]
        for canonical in world.canonicals {
            if let gtin = canonical.gtin { canonicals[padded(gtin)] = canonical.sku }
        }
        let matches = world.items.compactMap { item in
            item.identifiers.compactMap { canonicals[padded($0.value)] }.first
                .map { (item.asin, $0) }
        }
        #expect(matches.count == 16)
        #expect(Set(matches.map(\.1)).count == 16)
        #expect(matches.contains { $0 == ("B07X8Z63ZL", "MCA0032-105W-BOMB") })
        let other = try item("B01JCVLMJU")
        #expect(!matches.contains { $0.0 == other.asin })
        #expect(!world.canonicals.contains { $0.sku == other.modelNumber })
    }

    @Test func `canonical products carry a GTIN in several paddings and nothing else`() {
        let lengths = Set(world.canonicals.compactMap { $0.gtin?.count })
        #expect(lengths == [12, 13, 14])
        #expect(world.canonicals.allSatisfy { $0.attributes.isEmpty })
        #expect(
            world.canonicals.filter { $0.parentSKU == nil }.map(\.sku) == ["MCA0032", "MDM0049"])
        #expect(world.canonicals.allSatisfy { $0.parentSKU == nil || $0.parentSKU == "MCA0032" })
    }

    @Test func `125 pictures are shown, of which 29 are different`() {
        let galleries = world.items.map { shown($0).map(\.id) }
        #expect(galleries.map(\.count).reduce(0, +) == 125)
        #expect(Set(galleries.joined()).count == 29)
        #expect(
            Dictionary(grouping: galleries, by: \.count).mapValues(\.count)
                == [8: 11, 4: 5, 9: 1, 7: 1, 1: 1, 0: 1])
    }

    @Test func `every picture is listed in two or three sizes, in both ways of naming them`() {
        var sizes = Set<Int>()
        for item in world.items {
            for (_, files) in Dictionary(grouping: item.pictures, by: \.slot) {
                sizes.insert(files.count)
                #expect(files.map(\.width) == files.map(\.width).sorted(by: >))
                #expect(files.contains { $0.file.hasSuffix("._SL75_.jpg") })
            }
        }
        #expect(sizes == [2, 3])
        for mark in ["+", "-", "_"] {
            #expect(world.items.contains { shown($0).contains { $0.id.contains(mark) } })
        }
    }

    @Test func `one picture was uploaded before and one is gone, both shown`() {
        let ids = Set(world.items.flatMap { shown($0).map(\.id) })
        #expect(world.uploadedBefore.count == 1)
        #expect(world.missingPictures.count == 1)
        #expect(ids.isSuperset(of: world.uploadedBefore))
        #expect(ids.isSuperset(of: world.missingPictures))
    }

    @Test func `items have forty to sixty attributes, with those that have fields`() {
        for item in world.items {
            let fields = [
                item.title, item.brand, item.modelNumber, item.partNumber, item.size, item.color,
                item.manufacturer,
            ].count { $0 != nil }
            #expect((38...60).contains(item.attributes.count + fields))
        }
    }
}
