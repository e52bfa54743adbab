import Catalog
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Which pictures are shown` {
    @Test func `of each slot the largest, of equals the first`() {
        let listed: [ListedPicture] = [
            .example("small", side: 75), .example("large", side: 2560),
            .example("middle", side: 500),
            .example("first", slot: "PT01", side: 500), .example("second", slot: "PT01", side: 500),
        ]
        #expect(shown(listed) == ["MAIN large", "PT01 first"])
    }

    @Test func `largest means most pixels`() {
        let listed = [
            ListedPicture(slot: "MAIN", url: "https://h/wide.jpg", width: 2560, height: 100),
            ListedPicture(slot: "MAIN", url: "https://h/square.jpg", width: 1500, height: 1500),
        ]
        #expect(shown(listed) == ["MAIN square"])
    }

    @Test func `slots come in their order: MAIN, PT, the swatch, unknown ones`() {
        let slots = ["ZZ99", "SWCH", "PT10", "PT02", "", "PT01", "AA", "MAIN"]
        let listed = slots.enumerated().map {
            ListedPicture.example("p\($0.offset)", slot: $0.element)
        }
        #expect(
            shown(listed).map { $0.split(separator: " ", omittingEmptySubsequences: false)[0] }
                == ["MAIN", "PT01", "PT02", "PT10", "SWCH", "", "AA", "ZZ99"])
    }

    @Test func `a picture that stands in two slots is shown once, in the first`() {
        let listed: [ListedPicture] = [
            .example("same", slot: "PT01"), .example("other", slot: "PT02"),
            .example("same", slot: "MAIN"),
        ]
        #expect(shown(listed) == ["MAIN same", "PT02 other"])
    }

    @Test func `sizes of one id are one picture`() {
        let listed: [ListedPicture] = [
            .example("same", side: 500, suffix: "._SL500_"), .example("same", slot: "PT01"),
            .example("same", side: 75, suffix: "._SL75_"),
        ]
        #expect(shown(listed) == ["MAIN same"])
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 2), (3, 3), (20, 3)])
    func `no more than asked for, the first ones`(count: Int, expected: Int) {
        let listed: [ListedPicture] = [
            .example("c", slot: "PT02"), .example("b", slot: "PT01"), .example("a"),
        ]
        #expect(
            shown(listed, atMost: count) == Array(["MAIN a", "PT01 b", "PT02 c"].prefix(expected)))
    }

    @Test func `a picture without a name is left out, and a smaller one of its slot shown`() {
        let listed = [
            ListedPicture(slot: "MAIN", url: "https://h/a b.jpg", width: 1500, height: 1500),
            .example("good", side: 75),
            ListedPicture(slot: "PT01", url: "https://h/", width: 1500, height: 1500),
        ]
        #expect(shown(listed) == ["MAIN good"])
    }

    @Test func `sizes that nobody could have are no reason to stop`() {
        let listed = [
            ListedPicture(slot: "MAIN", url: "https://h/a.jpg", width: .max, height: .max),
            ListedPicture(slot: "MAIN", url: "https://h/b.jpg", width: .min, height: .max),
            ListedPicture(slot: "PT01", url: "https://h/c.jpg", width: 0, height: 0),
            ListedPicture(slot: "PT01", url: "https://h/d.jpg", width: -5, height: -5),
            ListedPicture(slot: "PT02", url: "https://h/e.jpg", width: .max, height: 1),
            ListedPicture(slot: "PT02", url: "https://h/f.jpg", width: .max, height: 2),
        ]
        #expect(shown(listed) == ["MAIN a", "PT01 c", "PT02 f"])
    }

    @Test(arguments: Seeds.first(20))
    func `the order of slots in the answer does not matter`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let listed = (0..<12).map { _ in
            ListedPicture.example(
                random.word(4), slot: random.pick(["MAIN", "PT01", "PT02", "SWCH", "X"]),
                side: 1 + random.below(1_000_000))
        }
        let expected = Picture.shown(of: listed, atMost: 20)
        #expect(Picture.shown(of: random.shuffled(listed), atMost: 20) == expected)
    }

    private func shown(_ listed: [ListedPicture], atMost count: Int = 20) -> [String] {
        Picture.shown(of: listed, atMost: count).map { "\($0.slot) \($0.id)" }
    }
}
