import Catalog
import Events
import JSON
import TestSupport
import Testing

@Suite struct `What an outcome changes in what is known of an account` {
    static let products: [Step] = [
        Step(
            name: "a product of ours is new and empty", event: Known.product,
            changes: [
                "+ .products[S].id = 1",
                "+ .products[S].family.known = ",
                "+ .products[S].gallery.known = []",
                "+ .products[S].thumbnail.known = nil",
                "+ .products[S].writtenThumbnail = nil",
                "+ .products[S].isAdopted = false",
                "+ .products[S].isGone = false",
                "+ .products[S].lastWrite = 1",
                "+ .products[S].since = 1",
                "+ .skus[1] = S",
            ]),
        Step(
            name: "a product is adopted, and nothing said of what it holds",
            event: ProductCreated(sku: "S", id: "1", adopted: true),
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
            name: "a product that was gone is made anew",
            given: [
                Known.product, Known.set("label", "x"),
                Known.look(looked: [], gone: true),
            ], event: ProductCreated(sku: "S", id: "2", adopted: false),
            changes: [
                "- .products[S].id = 1",
                "- .products[S].fields[label].written?? = \"x\"",
                "- .products[S].fields[label].live? = \"x\"",
                "- .products[S].fields[label].writtenAt = 2",
                "- .products[S].isGone = true",
                "- .products[S].lastWrite = 2",
                "- .products[S].since = 1",
                "+ .products[S].id = 2",
                "+ .products[S].isGone = false",
                "+ .products[S].lastWrite = 4",
                "+ .products[S].since = 4",
                "+ .skus[2] = S",
            ]),
        Step(
            name: "fields are written", given: [Known.product],
            event: AttributesSet(
                sku: "S", id: "1",
                changes: [
                    FieldChange(field: "label", old: nil, new: "x", rule: .always, reason: .new),
                    FieldChange(
                        field: "attributes.a", old: 1, new: nil, rule: .always, reason: .rule),
                ]),
            changes: [
                "- .products[S].lastWrite = 1",
                "+ .products[S].fields[attributes.a].written? = nil",
                "+ .products[S].fields[attributes.a].live = nil",
                "+ .products[S].fields[attributes.a].writtenAt = 2",
                "+ .products[S].fields[label].written?? = \"x\"",
                "+ .products[S].fields[label].live? = \"x\"",
                "+ .products[S].fields[label].writtenAt = 2",
                "+ .products[S].lastWrite = 2",
            ]),
        Step(
            name: "a field is written again", given: [Known.product, Known.set("label", "x")],
            event: Known.set("label", "y", old: "x"),
            changes: [
                "- .products[S].fields[label].written?? = \"x\"",
                "- .products[S].fields[label].live? = \"x\"",
                "- .products[S].fields[label].writtenAt = 2",
                "- .products[S].lastWrite = 2",
                "+ .products[S].fields[label].written?? = \"y\"",
                "+ .products[S].fields[label].live? = \"y\"",
                "+ .products[S].fields[label].writtenAt = 3",
                "+ .products[S].lastWrite = 3",
            ]),
        Step(
            name: "fields of an unknown product say nothing", event: Known.set("label", "x"),
            changes: []),
        Step(
            name: "a family is assigned", given: [Known.product],
            event: FamilyAssigned(
                sku: "S", id: "1", family: "Amazon", familyID: "f9", adopted: false),
            changes: [
                "- .products[S].family.known = ",
                "- .products[S].lastWrite = 1",
                "+ .products[S].family.known = f9",
                "+ .products[S].lastWrite = 2",
            ]),
    ]

    static let pictures: [Step] = [
        Step(
            name: "a picture is uploaded", event: Known.asset,
            changes: [
                "+ .assets[amazon_a.jpg].id = f1",
                "+ .assets[amazon_a.jpg].picture? = a",
                "+ .assets[amazon_a.jpg].url? = https://h/a.jpg",
                "+ .assets[amazon_a.jpg].servedURL? = https://p/a.jpg",
                "+ .assets[amazon_a.jpg].isAdopted = false",
                "+ .assets[amazon_a.jpg].sequence = 1",
                "+ .files[f1] = amazon_a.jpg",
            ]),
        Step(
            name: "a gallery is set", given: [Known.product, Known.asset],
            event: GallerySet(
                sku: "S", id: "1", label: "amazon_images", files: ["amazon_a.jpg"], assets: ["f1"]),
            changes: [
                "- .products[S].gallery.known = []",
                "- .products[S].lastWrite = 1",
                "+ .products[S].gallery.known.0 = f1",
                "+ .products[S].lastWrite = 3",
            ]),
        Step(
            name: "an asset is added to a gallery",
            given: [
                Known.product, Known.asset,
                GallerySet(
                    sku: "S", id: "1", label: "amazon_images", files: ["x.jpg"], assets: ["f0"]),
            ],
            event: AssetLinked(
                sku: "S", id: "1", asset: LiveAsset(id: "f1"), label: "amazon_images"),
            changes: [
                "- .products[S].lastWrite = 3",
                "+ .products[S].gallery.known.1 = f1",
                "+ .products[S].lastWrite = 4",
            ]),
        Step(
            name: "an asset that a gallery holds is not added twice",
            given: [
                Known.product,
                GallerySet(
                    sku: "S", id: "1", label: "amazon_images", files: ["x.jpg"], assets: ["f0"]),
            ],
            event: AssetLinked(
                sku: "S", id: "1", asset: LiveAsset(id: "f0"), label: "amazon_images"),
            changes: [
                "- .products[S].lastWrite = 2",
                "+ .products[S].lastWrite = 3",
            ]),
        Step(
            name: "an asset is linked as thumbnail", given: [Known.product],
            event: AssetLinked(sku: "S", id: "1", asset: LiveAsset(id: "f1"), label: "thumbnail"),
            changes: [
                "- .products[S].thumbnail.known = nil",
                "- .products[S].writtenThumbnail = nil",
                "- .products[S].lastWrite = 1",
                "+ .products[S].thumbnail.known? = f1",
                "+ .products[S].writtenThumbnail? = f1",
                "+ .products[S].lastWrite = 2",
            ]),
        Step(
            name: "a thumbnail is set", given: [Known.product],
            event: ThumbnailSet(sku: "S", id: "1", file: "amazon_a.jpg", asset: "f1"),
            changes: [
                "- .products[S].thumbnail.known = nil",
                "- .products[S].writtenThumbnail = nil",
                "- .products[S].lastWrite = 1",
                "+ .products[S].thumbnail.known? = f1",
                "+ .products[S].writtenThumbnail? = f1",
                "+ .products[S].lastWrite = 2",
            ]),
    ]

    static let links: [Step] = [
        Step(
            name: "links are made, and the ids are learnt", event: Known.linked(["S", "T"]),
            changes: [
                "+ .skus[9] = C",
                "+ .skus[id-S] = S",
                "+ .skus[id-T] = T",
                "+ .links[amazon_listings][C] = {.target = S, .isOurs = true; .target = T, .isOurs = true}",
            ]),
        Step(
            name: "a link that was there becomes ours",
            given: [
                Known.canonical, Known.product,
                Known.look(
                    relations: [
                        LiveRelation(relationID: "r1", label: "amazon_listings", targets: ["1"])
                    ], looked: ["relations"], id: "9", sku: "C"),
            ], event: Known.linked(["S"]),
            changes: [
                "- .links[amazon_listings][C] = {.target = S, .isOurs = false}",
                "+ .skus[id-S] = S",
                "+ .links[amazon_listings][C] = {.target = S, .isOurs = true}",
            ]),
        Step(
            name: "a link is taken away", given: [Known.linked(["S", "T"])],
            event: RelationUnlinked(
                relation: "amazon_listings", relationID: "r1", source: Linked(sku: "C", id: "9"),
                targets: [Linked(sku: "S", id: "id-S")]),
            changes: [
                "- .links[amazon_listings][C] = {.target = S, .isOurs = true; .target = T, .isOurs = true}",
                "+ .links[amazon_listings][C] = {.target = T, .isOurs = true}",
            ]),
    ]

    static let definitions: [(SchemaDefined.Definition, String)] = [
        (.attribute, ".attributes[amazon_title]"), (.family, ".families[Amazon Title]"),
        (.relation, ".relations[amazon_title]"),
    ]

    @Test(arguments: definitions)
    func `a definition is known by its label, a family by its name`(
        definition: SchemaDefined.Definition, path: String
    ) throws {
        let step = Step(
            name: definition.rawValue,
            event: SchemaDefined(
                definition: definition, label: "amazon_title", name: "Amazon Title", id: "d1",
                type: "TextAttribute", options: ["US"], members: ["m"], adopted: true), changes: [])
        let lines = [
            "id = d1", "name = Amazon Title", "type? = TextAttribute", "options.0 = US",
            "members.0 = m", "isAdopted = true",
        ]
        #expect(try step.differences() == lines.map { "+ \(path).\($0)" })
    }

    @Test(arguments: products + pictures + links)
    func `an outcome changes what it tells, and nothing else`(step: Step) throws {
        let differences = try step.differences()
        #expect(differences == step.changes)
    }
}
