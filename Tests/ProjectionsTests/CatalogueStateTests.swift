import Catalog
import Events
import Projections
import TestSupport
import Testing

@Suite struct `What Amazon says` {
    let boot = ItemKey.us("B07X8Z63ZL")
    let family = ItemKey.us("B077QMJFG9")

    @Test func `an item is as it was last exported`() throws {
        var history = History()
        try history.export(.boot())
        let second = try history.export(AmazonItem.boot().with { $0.title = "Other" })
        let seen = try #require(history.state.catalogue.items[boot])
        #expect(seen.item.title == "Other")
        #expect(seen.exported == second[0])
        #expect(seen.hash == .of(seen.item))
        #expect(seen.system == .amazon)
        #expect(history.state.catalogue.items.count == 1)
    }

    @Test func `one ASIN in two marketplaces is two items`() throws {
        var history = History()
        let item = AmazonItem.boot()
        let british = AmazonItem(key: ItemKey(.example("UK"), item.key.asin))
        try history.export(item, british)
        #expect(
            history.state.catalogue.items.keys.sorted().map(\.description) == [
                "UK/B07X8Z63ZL", "US/B07X8Z63ZL",
            ])
    }

    @Test func `an item that is missing stays as it was seen, and is named as missing`() throws {
        var history = History()
        try history.export(.boot())
        try history.record(ItemMissing(item: boot, reason: .notFound, detail: "gone"), by: .amazon)
        let missing = try #require(history.state.catalogue.missing[boot])
        #expect(missing.reason == .notFound)
        #expect(missing.detail == "gone")
        #expect(missing.sequence == 2)
        #expect(history.state.catalogue.items[boot] != nil)
    }

    @Test func `a missing parent knows the children that name it`() throws {
        var history = History()
        try history.record(
            ParentMissing(parent: family, children: [boot.asin], reason: .refused), by: .amazon)
        #expect(history.state.catalogue.missing[family]?.children == [boot.asin])
        #expect(history.state.catalogue.missing[family]?.reason == .refused)
    }

    @Test func `what is exported is missing no more`() throws {
        var history = History()
        try history.record(ItemMissing(item: boot, reason: .malformed), by: .amazon)
        try history.export(.boot())
        #expect(history.state.catalogue.missing.isEmpty)
    }
}
