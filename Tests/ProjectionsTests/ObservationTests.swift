import Catalog
import Events
import JSON
import Projections
import TestSupport
import Testing

@Suite struct `What an observation changes in what is known of an account` {
    static let pictureA = LiveAsset(id: "f1", file: "amazon_a.jpg")
    static let front = LiveAsset(id: "f2", file: "front.jpg")

    static let looks: [Step] = [
        Step(
            name: "a product that nobody knew is there", event: Known.look(looked: []),
            changes: [
                "+ .products[S].id = 1",
                "+ .products[S].family = unknown",
                "+ .products[S].gallery = unknown",
                "+ .products[S].thumbnail = unknown",
                "+ .products[S].writtenThumbnail = nil",
                "+ .products[S].isAdopted = true",
                "+ .products[S].isGone = false",
                "+ .products[S].lastWrite = 0",
                "+ .products[S].since = 1",
                "+ .skus[1] = S",
            ]),
        Step(
            name: "fields were looked at: what is not named is not there",
            given: [Known.product, Known.set("label", "x"), Known.set("status", "Draft")],
            event: Known.look(
                fields: [
                    LiveField(field: "label", value: "y"),
                    LiveField(field: "attributes.a", value: .null),
                ], looked: ["fields"]),
            changes: [
                "- .products[S].fields[label].live? = \"x\"",
                "- .products[S].fields[status].live? = \"Draft\"",
                "+ .products[S].fields[attributes.a].written = nil",
                "+ .products[S].fields[attributes.a].live? = null",
                "+ .products[S].fields[attributes.a].writtenAt = 0",
                "+ .products[S].fields[label].live? = \"y\"",
                "+ .products[S].fields[status].live = nil",
            ]),
        Step(
            name: "single fields are told without a look at all",
            given: [Known.product, Known.set("label", "x"), Known.set("status", "Draft")],
            event: Known.look(fields: [LiveField(field: "label", value: "y")], looked: []),
            changes: [
                "- .products[S].fields[label].live? = \"x\"",
                "+ .products[S].fields[label].live? = \"y\"",
            ]),
        Step(
            name: "a gallery and a thumbnail were looked at", given: [Known.product],
            event: Known.look(
                gallery: [front, pictureA], thumbnail: LiveThumbnail(asset: pictureA),
                looked: ["gallery", "thumbnail"]),
            changes: [
                "- .products[S].gallery.known = []",
                "- .products[S].thumbnail.known = nil",
                "+ .products[S].gallery.known.0 = f2",
                "+ .products[S].gallery.known.1 = f1",
                "+ .products[S].thumbnail.known? = f1",
                "+ .assets[amazon_a.jpg].id = f1",
                "+ .assets[amazon_a.jpg].picture = nil",
                "+ .assets[amazon_a.jpg].url = nil",
                "+ .assets[amazon_a.jpg].servedURL = nil",
                "+ .assets[amazon_a.jpg].isAdopted = true",
                "+ .assets[amazon_a.jpg].sequence = 2",
                "+ .files[f1] = amazon_a.jpg",
                "+ .files[f2] = front.jpg",
            ]),
        Step(
            name: "there is no family, gallery or thumbnail",
            event: Known.look(
                family: LiveReference(), gallery: [], thumbnail: LiveThumbnail(),
                looked: ["family", "gallery", "thumbnail"]),
            changes: [
                "+ .products[S].id = 1",
                "+ .products[S].family.known = ",
                "+ .products[S].gallery.known = []",
                "+ .products[S].thumbnail.known = nil",
                "+ .products[S].writtenThumbnail = nil",
                "+ .products[S].isAdopted = true",
                "+ .products[S].isGone = false",
                "+ .products[S].lastWrite = 0",
                "+ .products[S].since = 1",
                "+ .skus[1] = S",
            ]),
        Step(
            name: "a family was looked at", given: [Known.product],
            event: Known.look(family: LiveReference(id: "f9"), looked: ["family"]),
            changes: [
                "- .products[S].family.known = ",
                "+ .products[S].family.known = f9",
            ]),
        Step(
            name: "a picture that we uploaded stays ours", given: [Known.asset, Known.product],
            event: Known.look(gallery: [pictureA], looked: ["gallery"]),
            changes: [
                "- .products[S].gallery.known = []",
                "+ .products[S].gallery.known.0 = f1",
            ]),
        Step(
            name: "a product is gone", given: [Known.product, Known.set("label", "x")],
            event: Known.look(looked: [], gone: true),
            changes: [
                "- .products[S].isGone = false",
                "+ .products[S].isGone = true",
            ]),
        Step(
            name: "a product that is gone was never there",
            event: Known.look(looked: [], gone: true),
            changes: []),
        Step(
            name: "a product that was gone is there again",
            given: [Known.product, Known.look(looked: [], gone: true)],
            event: Known.look(looked: []),
            changes: [
                "- .products[S].isGone = true",
                "+ .products[S].isGone = false",
            ]),
        Step(
            name: "an older product of the same SKU is gone",
            given: [ProductCreated(sku: "S", id: "2", adopted: false)],
            event: Known.look(looked: [], id: "1", gone: true), changes: []),
    ]

    static let links: [Step] = [
        Step(
            name: "links of a canonical product: strangers, and it is no product of ours",
            given: [Known.canonical, Known.product],
            event: Known.look(
                relations: [relation("amazon_listings", ["1"])], looked: ["relations"], id: "9",
                sku: "C"),
            changes: [
                "+ .links[amazon_listings][C] = {.target = S, .isOurs = false}"
            ]),
        Step(
            name: "a link that we made stays ours, one that is gone goes",
            given: [Known.canonical, Known.linked(["S", "T"])],
            event: Known.look(
                relations: [relation("amazon_listings", ["id-T"])], looked: ["relations"], id: "9",
                sku: "C"),
            changes: [
                "- .links[amazon_listings][C] = {.target = S, .isOurs = true; .target = T, .isOurs = true}",
                "+ .links[amazon_listings][C] = {.target = T, .isOurs = true}",
            ]),
        Step(
            name: "a relation is known by its id",
            given: [
                Known.product, Known.canonical,
                SchemaDefined(
                    definition: .relation, label: "amazon_listings", name: "Amazon Listings",
                    id: "r1", options: [], members: [], adopted: false),
            ],
            event: Known.look(
                relations: [relation(nil, ["1"])], looked: ["relations"], id: "9", sku: "C"),
            changes: [
                "+ .links[amazon_listings][C] = {.target = S, .isOurs = false}"
            ]),
        Step(
            name: "a relation that nobody named says nothing", given: [Known.canonical],
            event: Known.look(
                relations: [relation(nil, ["9"])], looked: ["relations"], id: "9", sku: "C"),
            changes: []),
        Step(
            name: "products that nobody named are not linked", given: [Known.canonical],
            event: Known.look(
                relations: [relation("other", ["77"])], looked: ["relations"], id: "9", sku: "C"),
            changes: [
                "+ .links[other][C] = {}"
            ]),
        Step(
            name: "no links are there any more",
            given: [Known.canonical, Known.linked(["S"]), Known.product],
            event: Known.look(relations: [], looked: ["relations"], id: "9", sku: "C"),
            changes: [
                "- .links[amazon_listings][C] = {.target = S, .isOurs = true}",
                "+ .links[amazon_listings][C] = {}",
            ]),
        Step(
            name: "links were not looked at", given: [Known.canonical, Known.linked(["S"])],
            event: Known.look(looked: ["fields"], id: "9", sku: "C"), changes: []),
    ]

    static let others: [Step] = [
        Step(
            name: "a canonical product is there", event: Known.canonical,
            changes: [
                "+ .skus[9] = C",
                "+ .canonicals[C].canonical.id = 9",
                "+ .canonicals[C].canonical.sku = C",
                "+ .canonicals[C].canonical.label = nil",
                "+ .canonicals[C].canonical.gtin? = 886000000016",
                "+ .canonicals[C].canonical.ean = nil",
                "+ .canonicals[C].canonical.upc = nil",
                "+ .canonicals[C].canonical.modelNumber = nil",
                "+ .canonicals[C].canonical.parentID = nil",
                "+ .canonicals[C].hash = 2e7d2c03",
                "+ .canonicals[C].sequence = 1",
            ]),
        Step(
            name: "a canonical product has changed", given: [Known.canonical],
            event: CanonicalObserved(
                canonical: Canonical(id: "9", sku: "C", gtin: "1"), hash: .of("c2")),
            changes: [
                "- .canonicals[C].canonical.gtin? = 886000000016",
                "- .canonicals[C].hash = 2e7d2c03",
                "- .canonicals[C].sequence = 1",
                "+ .canonicals[C].canonical.gtin? = 1",
                "+ .canonicals[C].hash = 9c0abe51",
                "+ .canonicals[C].sequence = 2",
            ]),
        Step(
            name: "a canonical product has vanished", given: [Known.canonical],
            event: CanonicalVanished(id: "9", sku: "C"),
            changes: [
                "- .skus[9] = C",
                "- .canonicals[C].canonical.id = 9",
                "- .canonicals[C].canonical.sku = C",
                "- .canonicals[C].canonical.label = nil",
                "- .canonicals[C].canonical.gtin? = 886000000016",
                "- .canonicals[C].canonical.ean = nil",
                "- .canonicals[C].canonical.upc = nil",
                "- .canonicals[C].canonical.modelNumber = nil",
                "- .canonicals[C].canonical.parentID = nil",
                "- .canonicals[C].hash = 2e7d2c03",
                "- .canonicals[C].sequence = 1",
            ]),
        Step(
            name: "an older canonical product of the same SKU has vanished",
            given: [Known.canonical],
            event: CanonicalVanished(id: "8", sku: "C"), changes: []),
        Step(
            name: "a habit of the account is learnt",
            event: TargetLearned(topic: "gallery-by-list", value: false, evidence: "seen"),
            changes: [
                "+ .learned[gallery-by-list] = false"
            ]),
    ]

    static let decisions: [Step] = [
        Step(
            name: "a failure is accepted", given: [Known.failed(.createProduct(sku: "S"))],
            event: ItemAccepted(
                subject: .sku("S"), key: "create S", reason: "as it is", facts: .of("facts")),
            changes: [
                "+ .accepted[create S] = 0694aacb"
            ]),
        Step(
            name: "a failure is to be tried again",
            given: [
                Known.failed(.createProduct(sku: "S")), Known.failed(.createProduct(sku: "T")),
            ],
            event: RetryAsked(keys: ["create S", "create U"]),
            changes: [
                "- .failures[create S].phase = products",
                "- .failures[create S].subject = sku:S",
                "- .failures[create S].status? = 422",
                "- .failures[create S].reason = refused",
                "- .failures[create S].permanence = item",
                "- .failures[create S].attempts = 1",
                "- .failures[create S].facts = 0694aacb",
                "- .failures[create S].sequence = 1",
            ]),
    ]

    static func relation(_ label: String?, _ targets: [String]) -> LiveRelation {
        LiveRelation(relationID: "r1", label: label, targets: targets)
    }

    @Test(arguments: looks + links + others + decisions)
    func `an observation changes what it tells, and nothing else`(step: Step) throws {
        let differences = try step.differences()
        #expect(differences == step.changes)
    }

    @Test func `the last verdict on an item counts`() throws {
        var history = History()
        let item = ItemKey.us("B07X8Z63ZL")
        try history.match(item, to: "C")
        #expect(history.state.account(.shop).verdicts[item]?.canonicalSKU == "C")
        #expect(history.state.account(.shop).verdicts[item]?.sequence == 1)
        try history.record(MatchMissed(item: item, reason: "none", suggestedSKU: "S", tried: []))
        let verdict = try #require(history.state.account(.shop).verdicts[item])
        #expect(verdict.match == nil)
        #expect(verdict.canonicalSKU == nil)
        #expect(verdict.sequence == 2)
        try history.match(item, to: "D", by: "upc")
        #expect(history.state.account(.shop).verdicts[item]?.match?.rule == "upc")
    }

    @Test func `products are looked up by SKU, ours before the merchant's`() throws {
        var history = History()
        try history.record(Known.canonical)
        try history.record(Known.product)
        #expect(history.state.account(.shop).productID("S") == "1")
        #expect(history.state.account(.shop).productID("C") == "9")
        #expect(history.state.account(.shop).productID("T") == nil)
        try history.record(Known.look(looked: [], gone: true))
        #expect(history.state.account(.shop).productID("S") == nil)
        #expect(history.state.account(.fresh).productID("C") == nil)
    }
}
