import Catalog
import Events
import JSON
import Testing

@Suite struct `What events are about` {
    static let subjects: [String: [String]] = [
        "RunStarted": ["run:20260301T083000Z-1f2e3d"],
        "ScopeFixed": ["run:20260301T083000Z-1f2e3d"],
        "RunFinished": ["run:20260301T083000Z-1f2e3d"],
        "PageObserved": [],
        "SourceCompleted": [],
        "ProductExported": ["asin:US/B07X8Z63ZL"],
        "ItemMissing": ["asin:US/B07X8Z63ZL"],
        "ParentMissing": ["asin:US/B077QMJFG9"],
        "CanonicalObserved": ["sku:MCA0032-105W-BOMB"],
        "CanonicalVanished": ["sku:MCA0032-105W-BOMB"],
        "AssetVanished": ["picture:41j-L-teihL"],
        "SchemaVanished": ["attribute:amazon_size"],
        "LiveObserved": ["sku:AMZN-US-B07X8Z63ZL"],
        "DriftFound": ["sku:AMZN-US-B07X8Z63ZL"],
        "TargetBound": ["target:default"],
        "TargetLearned": [],
        "LimitObserved": [],
        "PictureKept": ["picture:41j-L-teihL"],
        "MatchFound": ["asin:US/B07X8Z63ZL", "canonical=sku:MCA0032-105W-BOMB"],
        "MatchMissed": ["asin:US/B077QMJFG9"],
        "ItemAccepted": ["sku:AMZN-US-B07X8Z63ZL"],
        "RetryAsked": [],
        "BodyRedacted": [
            "blob:c7f1e0a4b7f4b1c4d7c3b4a9e6d5f8a1b2c3d4e5f60718293a4b5c6d7e8f9012"
        ],
        "EffectIntended": ["sku:AMZN-US-B07X8Z63ZL", "picture:41j-L-teihL"],
        "EffectSettled": ["picture:41j-L-teihL"],
        "EffectFailed": ["picture:41j-L-teihL"],
        "SchemaDefined": ["attribute:amazon_marketplace"],
        "ProductCreated": ["sku:AMZN-US-B07X8Z63ZL"],
        "AttributesSet": ["sku:AMZN-US-B07X8Z63ZL"],
        "FamilyAssigned": ["sku:AMZN-US-B07X8Z63ZL"],
        "RelationLinked": ["source=sku:AMZN-US-B077QMJFG9", "target=sku:AMZN-US-B07X8Z63ZL"],
        "RelationUnlinked": ["source=sku:MCA0032-105W-BOMB", "target=sku:AMZN-US-B07X8Z63ZL"],
        "AssetUploaded": ["picture:41j-L-teihL"],
        "AssetLinked": ["sku:AMZN-US-B07X8Z63ZL"],
        "GallerySet": ["sku:AMZN-US-B07X8Z63ZL"],
        "ThumbnailSet": ["sku:AMZN-US-B07X8Z63ZL"],
    ]

    @Test(arguments: EventKinds.all.map { $0.kind })
    func `an event names its subjects, the primary one first`(kind: String) throws {
        let contract = try Contract(of: kind)
        let event = try contract.read(contract.example)
        #expect(event.subjects.map(\.description) == Self.subjects[kind])
    }

    @Test func `a definition is about what it defines`() {
        let subjects = SchemaDefined.Definition.allCases.map { definition in
            SchemaDefined(
                definition: definition, label: "amazon_listings", name: "Amazon Listings",
                id: "65e1ef61b7c2d90011aa00d1", options: [], members: [], adopted: true
            ).subjects.map(\.description)
        }
        #expect(
            subjects == [
                ["attribute:amazon_listings"], ["family:Amazon Listings"],
                ["relation:amazon_listings"],
            ])
    }

    @Test func `an event becomes a draft with its header and its canonical body`() {
        let system = System.plytix(account: "5c4ed8002f0985001d233274")
        let event = CanonicalVanished(id: "5f0c3b9d2e8a410017bb0042", sku: "MCA0032-105W-BOMB")
        let expected = RecordDraft(
            system: system, kind: "CanonicalVanished", version: 1,
            subjects: [SubjectReference(.sku("MCA0032-105W-BOMB"))],
            cause: [.sequence(7), .earlier(0)],
            body: Array(#"{"id":"5f0c3b9d2e8a410017bb0042","sku":"MCA0032-105W-BOMB"}"#.utf8))
        #expect(event.draft(system: system, cause: [.sequence(7), .earlier(0)]) == expected)
        #expect(event.draft(system: system).cause == [])
    }
}
