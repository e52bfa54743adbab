import Catalog
import Testing

@Suite struct `Subjects` {
    @Test func `a subject is written with its kind in front`() throws {
        let item = try #require(ItemKey("US/B07X8Z63ZL"))
        let subjects: [Subject] = [
            .asin(item), .sku("MCA0032-105W-BOMB"), .sku("a:b=c d"), .picture("41j-L-teihL"),
            .relation("amazon_listings"), .attribute("amazon_title"), .family("Amazon Boots"),
            .run(RunID(text: "20260301T083000Z-1f2e3d")), .target("default"), .sku(""),
            Subject(text: "odd"),
        ]
        #expect(
            subjects.map { "\($0.kind) | \($0.name) | \($0)" } == [
                "asin | US/B07X8Z63ZL | asin:US/B07X8Z63ZL",
                "sku | MCA0032-105W-BOMB | sku:MCA0032-105W-BOMB",
                "sku | a:b=c d | sku:a:b=c d",
                "picture | 41j-L-teihL | picture:41j-L-teihL",
                "relation | amazon_listings | relation:amazon_listings",
                "attribute | amazon_title | attribute:amazon_title",
                "family | Amazon Boots | family:Amazon Boots",
                "run | 20260301T083000Z-1f2e3d | run:20260301T083000Z-1f2e3d",
                "target | default | target:default",
                "sku |  | sku:",
                "odd |  | odd",
            ])
    }

    static let references: [(String, SubjectReference.Role?, String)] = [
        ("sku:MCA0032", nil, "sku:MCA0032"),
        ("canonical=sku:MCA0032", .canonical, "sku:MCA0032"),
        ("source=sku:a=b", .source, "sku:a=b"),
        ("sku:a=b", nil, "sku:a=b"),
        ("stranger=sku:MCA0032", nil, "stranger=sku:MCA0032"),
        ("=sku:MCA0032", nil, "=sku:MCA0032"),
        ("picture=", .picture, ""),
    ]

    @Test(arguments: references)
    func `a reference is read with its role`(
        text: String, role: SubjectReference.Role?, subject: String
    ) {
        let reference = SubjectReference(text: text)
        #expect(reference.role == role)
        #expect(reference.subject.text == subject)
        #expect(reference.description == text)
    }

    @Test(arguments: [SubjectReference.Role?.none] + SubjectReference.Role.allCases.map { $0 })
    func `a reference is read again as it was written`(role: SubjectReference.Role?) {
        for name in ["MCA0032", "a=b", "source=sku:x", "é 1", ""] {
            let reference = SubjectReference(.sku(name), as: role)
            #expect(SubjectReference(text: reference.description) == reference)
        }
    }

    @Test func `systems say whose they are`() {
        let systems: [System] = [
            .plysync, .amazon(seller: "A2EXAMPLE", marketplace: .us),
            .plytix(account: "5c4ed8002f0985001d233274"),
        ]
        #expect(
            systems.map { "\($0) \($0.isAmazon) \($0.isPlytix)" } == [
                "plysync false false", "amazon:A2EXAMPLE:US true false",
                "plytix:5c4ed8002f0985001d233274 false true",
            ])
    }
}
