import Catalog
import Events
import Projections
import TestSupport
import Testing

@Suite struct `What was read page by page` {
    let key = PageState.Key(system: .amazon, source: "amazon.search", cell: "style")

    @Test func `pages of one query are kept in order, each subject once`() throws {
        var history = History()
        try history.record(page(1, ["a", "b"], announced: 5, next: "t2"), by: .amazon)
        try history.record(page(2, ["b", "c"], announced: 4, token: "t2"), by: .amazon)
        let cell = try #require(history.state.pages.cells[key])
        #expect(cell.pages.map(\.number) == [1, 2])
        #expect(cell.pages.map(\.token) == [nil, "t2"])
        #expect(cell.pages.map(\.next) == ["t2", nil])
        #expect(cell.items.map(\.subject.text) == ["sku:a", "sku:b", "sku:c"])
        #expect(cell.announced == 5)
        #expect(cell.completed == nil)
        #expect(cell.pages.map(\.sequence) == [1, 2])
    }

    @Test func `an unfinished query goes on in the next run`() throws {
        var history = History()
        try history.record(page(1, ["a"]), by: .amazon)
        history.run = RunID(text: "second")
        try history.record(page(2, ["b"]), by: .amazon)
        try history.record(completed(2), by: .amazon)
        let cell = try #require(history.state.pages.cells[key])
        #expect(cell.run.text == "second")
        #expect(cell.items.count == 2)
        #expect(cell.completed?.seen == 2)
        #expect(cell.completed?.whole == true)
        #expect(cell.completed?.sequence == 3)
    }

    @Test func `a first page begins anew`() throws {
        var history = History()
        try history.record(page(1, ["a"]), by: .amazon)
        try history.record(page(2, ["b"]), by: .amazon)
        try history.record(completed(2), by: .amazon)
        try history.record(page(1, ["c"]), by: .amazon)
        let cell = try #require(history.state.pages.cells[key])
        #expect(cell.items.map(\.subject.text) == ["sku:c"])
        #expect(cell.completed == nil)
    }

    @Test func `of many lists the pages of the last ones are kept`() throws {
        var history = History()
        for list in 0..<12 {
            for cell in [
                "asins=\(list);US", "parents of asins=\(list);US;\(list)", "style=\(list);US",
            ] {
                try history.record(page(1, ["a"], cell: cell), by: .amazon)
            }
        }
        // The fifth is asked for again before the one behind it is forgotten.
        try history.record(page(1, ["a"], cell: "asins=4;US"), by: .amazon)
        try history.record(page(1, ["a"], cell: "file=12;US"), by: .amazon)
        let cells = history.state.pages.cells.keys.map(\.cell)
        #expect(cells.filter { $0.hasPrefix("style") }.count == 12)
        #expect(
            Set(cells.filter { !$0.contains("style") && !$0.hasPrefix("parents") })
                == [
                    "asins=4;US", "file=12;US", "asins=6;US", "asins=7;US", "asins=8;US",
                    "asins=9;US", "asins=10;US", "asins=11;US",
                ])
        #expect(!cells.contains("parents of asins=5;US;5"))
        #expect(cells.contains("parents of asins=6;US;6"))
    }

    @Test func `queries and systems do not mix`() throws {
        var history = History()
        try history.record(page(1, ["a"]), by: .amazon)
        try history.record(page(1, ["b"], cell: "brand"), by: .amazon)
        try history.record(page(1, ["c"]), by: .shop)
        #expect(history.state.pages.cells.count == 3)
        #expect(history.state.pages.cells[key]?.items.map(\.subject.text) == ["sku:a"])
    }

    @Test func `a query without a page can be complete`() throws {
        var history = History()
        try history.record(completed(0), by: .amazon)
        #expect(history.state.pages.cells[key]?.completed?.stop == .end)
        #expect(history.state.pages.cells[key]?.items == [])
    }

    private func page(
        _ number: Int, _ skus: [String], announced: Int? = nil, token: String? = nil,
        next: String? = nil, cell: String = "style"
    ) -> PageObserved {
        PageObserved(
            source: "amazon.search", cell: cell, page: number, token: token, next: next,
            announced: announced,
            items: skus.map { .item(SeenItem(subject: .sku($0), hash: .of($0))) }, absent: [])
    }

    private func completed(_ seen: Int) -> SourceCompleted {
        SourceCompleted(source: "amazon.search", cell: "style", seen: seen, stop: .end, whole: true)
    }
}
