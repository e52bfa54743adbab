import Catalog
import JSON
import SandboxWorld
import Testing

@Suite struct GeneratedWorldTests {
    private static let world = World.generated(count: 5_000, seed: 7)
    private var world: World { Self.world }
    private var buyables: [World.Item] {
        world.items.filter { $0.classification == "BASE_PRODUCT" }
    }

    private func share(_ count: Int, of total: Int) -> Double { Double(count) / Double(total) }

    private func ids(_ item: World.Item) -> [String] {
        let listed = item.pictures.map {
            ListedPicture(
                slot: $0.slot, url: "https://images.test/I/\($0.file)", width: $0.width,
                height: $0.height)
        }
        return Picture.shown(of: listed, atMost: 20).map(\.id)
    }

    @Test(arguments: [0, 1, 2, 3, 20, 333])
    func `there are as many items as asked for`(count: Int) {
        let world = World.generated(count: count, seed: 1)
        #expect(world.items.count == count)
        #expect(Set(world.items.map(\.asin)).count == count)
        #expect(world.items.allSatisfy { ASIN($0.asin) != nil && $0.brand == "Sandbox Brand" })
        #expect(Set(world.canonicals.map(\.sku)).count == world.canonicals.count)
    }

    @Test func `equal seeds give equal worlds, other seeds others`() {
        let world = World.generated(count: 200, seed: 3)
        #expect(world.json.text == World.generated(count: 200, seed: 3).json.text)
        #expect(world.json.text != World.generated(count: 200, seed: 4).json.text)
    }

    @Test func `a tenth are parents, most of them unsearchable, and nothing else is`() {
        let parents = world.items.filter { $0.classification == "VARIATION_PARENT" }
        #expect((0.07...0.14).contains(share(parents.count, of: world.items.count)))
        let hidden = parents.filter { !$0.isSearchable }
        #expect((0.6...0.8).contains(share(hidden.count, of: parents.count)))
        #expect(buyables.allSatisfy { $0.isSearchable })
        #expect(parents.allSatisfy { $0.identifiers.isEmpty })
    }

    @Test func `parents and children name each other, and some families are broken`() {
        var parentOf: [String: String] = [:]
        for item in world.items {
            for child in item.children { parentOf[child] = item.asin }
        }
        for item in world.items { #expect(item.parents.first == parentOf[item.asin]) }
        let childless = world.items.filter {
            $0.classification == "VARIATION_PARENT" && $0.children.isEmpty
        }
        #expect(!childless.isEmpty)
        #expect(buyables.contains { $0.parents.isEmpty })
    }

    @Test func `identifiers are as frequent as in the statistics`() {
        func has(_ type: String) -> Int {
            buyables.count { item in item.identifiers.contains { $0.type == type } }
        }
        #expect((0.965...0.987).contains(share(has("UPC"), of: buyables.count)))
        #expect(has("UPC") == has("EAN"))
        #expect((0.12...0.18).contains(share(has("GTIN"), of: buyables.count)))
        let none = buyables.count { $0.identifiers.isEmpty }
        #expect((0.001...0.01).contains(share(none, of: buyables.count)))
    }

    @Test func `the EAN is the UPC behind a zero, and few UPCs belong to two items`() {
        var owners: [String: Int] = [:]
        for item in buyables {
            let upc = item.identifiers.first { $0.type == "UPC" }?.value
            let ean = item.identifiers.first { $0.type == "EAN" }?.value
            guard let upc else { continue }
            #expect(ean == "0" + upc)
            #expect(upc.count == 12)
            owners[upc, default: 0] += 1
        }
        #expect((1...8).contains(owners.values.count { $0 > 1 }))
        #expect(owners.keys.contains { $0.hasPrefix("0") })
        #expect(owners.keys.contains { !$0.hasPrefix("0") })
    }

    @Test func `fields are missing as often as in the statistics`() {
        func missing(_ field: KeyPath<World.Item, String?>) -> Double {
            share(buyables.count { $0[keyPath: field] == nil }, of: buyables.count)
        }
        #expect((0.045...0.075).contains(missing(\.modelNumber)))
        #expect((0.28...0.34).contains(missing(\.size)))
        #expect((0.0005...0.008).contains(missing(\.color)))
    }

    @Test func `titles are long at times and hold what careless programs stumble over`() {
        let titles = world.items.compactMap(\.title)
        #expect(titles.allSatisfy { $0.count <= 220 })
        let long = titles.count { $0.count > 100 }
        #expect((0.05...0.12).contains(share(long, of: titles.count)))
        for trap in ["<b>", "\"", "\u{1B}", "=HYPERLINK", "ブーツ", "\t"] {
            #expect(titles.contains { $0.contains(trap) })
        }
    }

    @Test func `pictures are shared and listed about nine times a product`() {
        let links = buyables.map(\.pictures.count).reduce(0, +)
        #expect((8.0...10.0).contains(share(links, of: buyables.count)))
        let galleries = world.items.map(ids)
        let references = galleries.map(\.count).reduce(0, +)
        let different = Set(galleries.joined())
        #expect((0.48...0.64).contains(1 - share(different.count, of: references)))
        let marked = different.count { $0.contains { "+-_".contains($0) } }
        #expect((0.14...0.22).contains(share(marked, of: different.count)))
        var uses: [String: Int] = [:]
        for id in galleries.joined() { uses[id, default: 0] += 1 }
        #expect((10...23).contains(uses.values.max() ?? 0))
        let none = buyables.count { $0.pictures.isEmpty }
        #expect((0.001...0.012).contains(share(none, of: buyables.count)))
    }

    @Test func `some picture ids differ in nothing but case`() {
        let ids = Set(world.items.flatMap(ids))
        #expect(Set(ids.map { $0.lowercased() }).count < ids.count)
    }

    @Test func `most products match a canonical one, which stores 12 to 14 digits`() {
        let lengths = Dictionary(grouping: world.canonicals.compactMap { $0.gtin?.count }) { $0 }
        #expect(Set(lengths.keys) == [12, 13, 14])
        let known = Set(world.canonicals.compactMap { $0.gtin.map { Int($0) } })
        let matched = buyables.count { item in
            item.identifiers.contains { known.contains(Int($0.value)) }
        }
        #expect((0.8...0.95).contains(share(matched, of: buyables.count)))
        #expect(world.canonicals.count > buyables.count)
        let skus = Set(world.canonicals.map(\.sku))
        #expect(world.canonicals.allSatisfy { $0.parentSKU.map { skus.contains($0) } ?? true })
    }
}
