import AmazonSandbox
import Catalog
import Events
import Export
import HTTP
import JSON
import JournalStore
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Testing

/// Losses 9, 10, 21, 24, 27, 29 and 30 of `todays-scripts.md` 7.2.
@Suite struct `Of Amazon's items` {
    /// Loss 9: no parent and no child was ever recognised.
    @Test func `parents and children are linked as Amazon names them`() throws {
        let catalogue = World.generated(count: 40, seed: 1)
        let world = try SimulatedWorld(catalogue)
        _ = try world.run(.sync(.brand("Sandbox Brand")))
        let known = Set(world.served.keys)
        var wanted = Set<Set<String>>()
        for item in catalogue.items where known.contains(item.asin) {
            for parent in item.parents where known.contains(parent) {
                wanted.insert(["AMZN-US-\(item.asin)", "AMZN-US-\(parent)"])
            }
        }
        #expect(wanted.count >= 10)
        var linked = Set<Set<String>>()
        for (asin, product) in world.served {
            for other in product.related("amazon_hierarchy") {
                linked.insert(["AMZN-US-\(asin)", other])
            }
        }
        #expect(linked == wanted)
        for item in catalogue.items {
            let attributes = world.served[item.asin]?["attributes"]
            #expect(attributes?["amazon_parent_asin"].string == item.parents.first)
        }
    }

    /// Loss 10: one item that could not be read shifted all later ones onto wrong products.
    @Test func `one that cannot be read leaves all others what they are, and is missed`() throws {
        let catalogue = World.generated(count: 60, seed: 1)
        let world = try SimulatedWorld(catalogue)
        let report = try world.run(
            .sync(.brand("Sandbox Brand")),
            wrap: {
                RewritingTransport(
                    transport: $0, isMeant: { $0.isItemSearch && !$0.url.contains("pageToken") }
                ) { page in
                    var items = page["items"].elements
                    guard items.count == 20 else { return page }
                    items[7] = ["asin": "not one"]
                    var page = page
                    page["items"] = .array(items)
                    return page
                }
            })
        #expect(!report.isComplete)
        let served = world.served
        #expect(served.count >= 50)
        for item in catalogue.items {
            guard let product = served[item.asin] else { continue }
            #expect(product["attributes"]["amazon_asin"].string == item.asin)
            #expect(product["attributes"]["amazon_title"].string == item.title)
            let own = Set(item.shown.map(\.fileName))
            let foreign = product.gallery.filter { $0.hasPrefix("from-the-photographer-") }
            #expect(own.union(foreign).isSuperset(of: product.gallery))
        }
    }

    /// Loss 21: nothing told that an item is gone, or that a picture or a parent changed.
    @Test(arguments: [[], [PlytixSandbox.Quirk.unlinkNeedsStrings]])
    func `what vanishes or changes is seen, and stale links are taken away`(
        quirks: [PlytixSandbox.Quirk]
    ) throws {
        let catalogue = World.generated(count: 40, seed: 1)
        let known = Set(catalogue.items.map(\.asin))
        let children = catalogue.items.filter { item in
            item.parents.contains(where: known.contains) && item.shown.count > 1
                && !catalogue.missingPictures.contains(item.shown[0].id)
        }
        let moved = try #require(children.first)
        let gone = try #require(children.last)
        #expect(moved.asin != gone.asin)
        let otherParent = try #require(
            catalogue.items.first { !$0.children.isEmpty && !moved.parents.contains($0.asin) })
        let asins = catalogue.items.compactMap { ASIN($0.asin) }
        let order = RunOrder.sync(.asins(asins))
        let first = try SimulatedWorld(
            catalogue, plytix: .init(quirks: Set(quirks)),
            configure: { $0.planning.onRemoval = .remove })
        _ = try first.run(order)

        var later = catalogue
        later.items.removeAll { $0.asin == gone.asin }
        for index in later.items.indices {
            if later.items[index].asin == moved.asin {
                later.items[index].parents = [otherParent.asin]
                later.items[index].pictures.removeAll { $0.slot != "MAIN" }
            }
            let isOld = moved.parents.contains(later.items[index].asin)
            if isOld { later.items[index].children.removeAll { $0 == moved.asin } }
            if later.items[index].asin == otherParent.asin {
                later.items[index].children.append(moved.asin)
            }
        }
        let world = try SimulatedWorld(after: first, selling: later)
        var allowed = order
        allowed.allowsMassChange = true
        let report = try world.run(allowed)
        #expect(report.failures.contains { $0.subject.name.hasSuffix(gone.asin) })
        #expect(!report.isComplete)
        let product = try #require(world.served[moved.asin])
        #expect(product["attributes"]["amazon_parent_asin"].string == otherParent.asin)
        #expect(product.gallery.count == 1)
        let family = world.served.filter { asin, product in
            product.related("amazon_hierarchy").contains("AMZN-US-\(moved.asin)")
                || (asin == moved.asin && !product.related("amazon_hierarchy").isEmpty)
        }
        let related =
            family.keys.filter { $0 != moved.asin }
            + (family[moved.asin].map { $0.related("amazon_hierarchy") } ?? [])
            .map { String($0.suffix(10)) }
        #expect(Set(related) == [otherParent.asin])
    }

    /// Loss 21, where a search gives the items: what it leaves out may be there all the same.
    @Test func `what a search lists no more is asked for by its ASIN`() throws {
        let first = try SimulatedWorld()
        _ = try first.run(.sync())
        let search = World.bundled.items.filter { !$0.parents.isEmpty }
        let gone = try #require(search.first)
        let hidden = try #require(search.last)
        var later = World.bundled
        later.items.removeAll { $0.asin == gone.asin }
        let index = try #require(later.items.firstIndex { $0.asin == hidden.asin })
        later.items[index].title = "Seen though not listed"
        let world = try SimulatedWorld(after: first, selling: later)
        for number in 1...2 {
            let report = try world.run(
                .sync(),
                wrap: {
                    RewritingTransport(
                        transport: $0, isMeant: { $0.url.contains("keywords=") }
                    ) { page in
                        var page = page
                        let rest = page["items"].elements.filter {
                            $0["asin"].string != hidden.asin
                        }
                        page["items"] = .array(rest)
                        page["numberOfResults"] = JSONValue(rest.count)
                        return page
                    }
                })
            let outcome = try #require(report.exports.first)
            #expect(outcome.unlisted.map(\.asin.text) == [hidden.asin])
            // It is told once, and asked for no more.
            #expect(outcome.vanished.map(\.asin.text) == (number == 1 ? [gone.asin] : []))
            #expect(outcome.isWhole)
            #expect(report.failures.count == 1, "\(report.failures)")
        }
        let told = try world.journal.reader().records(ofKind: ItemMissing.kind)
        #expect(told.count == 1)
        #expect(
            world.served[hidden.asin]?["attributes"]["amazon_title"].string
                == "Seen though not listed")
        #expect(world.served[gone.asin] != nil)

        // What is sold again is known again, though it looks as before.
        let again = try SimulatedWorld(after: world, selling: World.bundled)
        #expect(try again.run(.sync()).exports.first?.unlisted == [])
        #expect(try again.state.catalogue.missing.isEmpty)
    }

    /// Loss 21, where nothing names a parent any more, and no search finds it.
    @Test func `a parent whose last child went elsewhere loses its link`() throws {
        let catalogue = World.generated(count: 3, seed: 7)
        let parent = try #require(catalogue.items.first { !$0.children.isEmpty })
        #expect(!parent.isSearchable)
        let order = RunOrder.sync(.brand("Sandbox Brand"))
        let first = try SimulatedWorld(catalogue)
        _ = try first.run(order)
        let links = first.served[parent.asin]?.related("amazon_hierarchy") ?? []
        #expect(!links.isEmpty)

        var later = catalogue
        for index in later.items.indices {
            later.items[index].children = []
            later.items[index].parents = []
        }
        let world = try SimulatedWorld(after: first, selling: later)
        var allowed = order
        allowed.allowsMassChange = true
        let report = try world.run(allowed)
        #expect(report.isComplete)
        #expect(report.exports.first?.parents.map(\.asin.text) == [parent.asin])
        #expect(world.served[parent.asin]?.related("amazon_hierarchy") == [])
        #expect(report.requests.amazon <= 3)

        // Gone at Amazon, it is told once, and left as it is in Plytix.
        later.items.removeAll { $0.asin == parent.asin }
        let without = try SimulatedWorld(after: world, selling: later)
        for number in 1...2 {
            let outcome = try #require(try without.run(allowed).exports.first)
            #expect(outcome.vanished.map(\.asin.text) == (number == 1 ? [parent.asin] : []))
        }
        #expect(without.served[parent.asin] != nil)
    }

    /// Loss 24: every item was taken for one of the United States.
    @Test func `those of another marketplace keep their own`() throws {
        var canadian = World.bundled
        canadian.marketplace = .canada
        let world = try SimulatedWorld(canadian, configure: { $0.marketplaces = [.canada] })
        let report = try world.run(.sync(in: .canada))
        #expect(report.done(.products) == 20)
        let skus = Set(world.served.values.compactMap { $0["sku"].string })
        #expect(skus.allSatisfy { $0.hasPrefix("AMZN-CA-") })
        let marketplaces = world.served.values.map {
            $0["attributes"]["amazon_marketplace"].string
        }
        #expect(Set(marketplaces) == ["CA"])
    }

    /// Loss 27: links were made in the run of the create or never, and what was there was never
    /// changed.
    @Test func `those that are there already get their links, pictures and changes later`() throws {
        let first = try SimulatedWorld()
        var products = RunOrder.sync()
        products.phases = [.export, .map, .products]
        _ = try first.run(products)
        #expect(first.served.count == 20)
        #expect(first.served.values.allSatisfy { $0.gallery.isEmpty })

        var later = World.bundled
        later.items[3].title = "Another title"
        let asin = later.items[3].asin
        let world = try SimulatedWorld(after: first, selling: later)
        let creations = world.asked("createProduct")
        let report = try world.run(.sync())
        #expect(world.asked("createProduct") == creations)
        #expect(report.done(.relationships) == 22)
        #expect(report.done(.images) == 124)
        #expect(world.served[asin]?["attributes"]["amazon_title"].string == "Another title")
        let changes = try world.journal.reader().records(ofKind: AttributesSet.kind)
            .compactMap(\.body).map { String(decoding: $0, as: UTF8.self) }
        let title = try #require(World.bundled.items[3].title)
        let tellsBoth = changes.contains {
            $0.contains("Another title") && $0.contains(JSONValue(title).text)
        }
        #expect(tellsBoth)
    }

    /// Loss 29: a failed part of an answer was stored as if there were nothing.
    ///
    /// One request brings all data sets or none, so that no part can fail by itself; an item that
    /// comes without its pictures all the same takes none away.
    @Test func `an answer without pictures takes none away`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(.sync())
        let before = world.served.mapValues(\.gallery)
        let report = try world.run(
            .sync(),
            wrap: {
                RewritingTransport(transport: $0, isMeant: \.isItemSearch) { page in
                    var page = page
                    page["items"] = .array(
                        page["items"].elements.map { item in
                            var item = item
                            item["images"] = nil
                            return item
                        })
                    return page
                }
            })
        #expect(report.exports.first?.all.count == 20)
        #expect(world.served.mapValues(\.gallery) == before)
        let failing = try SimulatedWorld()
        let broken = try failing.run(
            .sync(), wrap: { AnsweringTransport($0) { $0.isItemSearch ? .failing : nil } })
        #expect(broken.exitStatus == 3)
        #expect(try failing.state.catalogue.items.isEmpty)
    }

    /// Loss 30: what had no canonical product, and every parent, got neither pictures nor fields.
    @Test func `the unmatched and the parents get all that the others get`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(.sync())
        let unmatched = try world.account.verdicts.filter { $0.value.canonicalSKU == nil }
        #expect(!unmatched.isEmpty)
        #expect(World.bundled.items.contains { !$0.children.isEmpty && !$0.shown.isEmpty })
        let missing = Set(World.bundled.missingPictures)
        for item in World.bundled.items {
            let product = try #require(world.served[item.asin])
            let pictures = item.shown.filter { !missing.contains($0.id) }
            #expect(product.gallery.count == pictures.count, "\(item.asin)")
            let attributes = product["attributes"]
            #expect(attributes["amazon_variation_theme"].string == item.variationTheme)
            #expect(attributes["amazon_parent_asin"].string == item.parents.first)
            let ean = item.identifiers.first { $0.type == "EAN" }?.value
            #expect(attributes["amazon_ean"].string == ean)
        }
    }
}
