import Catalog
import Events
import JSON
import SandboxWorld
import TestSupport
import Testing

@testable import Projections

@Suite struct `A list that is read again` {
    let key = PageState.Key(system: .amazon, source: "amazon.search", cell: "style")

    @Test func `is told of in words the first time and by places from then on`() throws {
        var history = History()
        let list = items(0..<260)
        try read(list, in: &history)
        #expect(pages(of: history).count == 13)
        let first = history.position
        try read(list, in: &history)
        let again = pages(of: history, behind: first)
        #expect(again.map(\.page) == [1])
        #expect(again.map(\.through) == [13])
        #expect(again.map(\.known) == [260])
        #expect(again.map(\.items) == [[.same(0...259)]])
        #expect(again[0].requestIDs == (1...13).map { "request \($0)" })
        #expect(again[0].date == "date of page 13")
        #expect(cell(history)?.items == list)
        #expect(cell(history)?.pageCount == 13)
    }

    @Test func `is recorded every fifty pages, so that little is read twice`() throws {
        var history = History()
        let list = items(0..<2_100)
        try read(list, in: &history)
        let first = history.position
        try read(list, in: &history)
        let again = pages(of: history, behind: first)
        #expect(again.map(\.page) == [1, 51, 101])
        #expect(again.map(\.through) == [50, 100, 105])
        #expect(cell(history)?.items == list)
    }

    @Test func `names what changed where it stands, and causes its news by the same event`() throws
    {
        var history = History()
        var list = items(0..<60)
        try read(list, in: &history)
        list[27] = SeenItem(subject: list[27].subject, hash: .of("changed"))
        var reading = PageReading(
            system: .amazon, before: history.state.pages.before(key, from: 1))
        let news = RecordDraft(
            system: .amazon, kind: "ProductExported", version: 1, subjects: [],
            cause: [.earlier(0)], body: [])
        #expect(reading.take(page(1, list)).isEmpty)
        let drafts = reading.take(page(2, list), news: [news])
        #expect(drafts.map(\.kind) == ["PageObserved", "ProductExported"])
        let told = try EventDecoding.decode(PageObserved.self, version: 2, body: drafts[0].body)
        #expect(told.page == 1)
        #expect(told.through == 2)
        #expect(told.items == [.same(0...26), .item(list[27]), .same(28...39)])
        #expect(reading.take(page(3, list)).isEmpty)
        #expect(reading.finish().count == 1)
        #expect(reading.finish().isEmpty)
    }

    /// Whatever moved, came, went or changed, and wherever a run was killed meanwhile.
    @Test(arguments: Seeds.first(20))
    func `gives the items that it gave in words`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var history = History()
        var list = items(0..<(100 + random.below(100)))
        for round in 0..<6 {
            change(&list, &random, round)
            if random.chance(300) {
                let last = 1 + random.below(5)
                try read(list, in: &history, through: last, isKilled: random.chance(500))
                // Where nothing of it was recorded, the cell is that of the reading before.
                let isBegun = cell(history)?.completed == nil
                try read(
                    list, in: &history, from: isBegun ? (cell(history)?.pageCount ?? 0) + 1 : 1)
            } else {
                try read(list, in: &history)
            }
            #expect(cell(history)?.list.items == list, "round \(round)")
            // The reading before is kept only for what this one left out.
            let before = cell(history)?.before ?? []
            let given = Set(list.map(\.subject))
            #expect(before.isEmpty || !before.allSatisfy { given.contains($0.subject) })
        }
    }

    @Test func `that was left early is compared with the reading before`() throws {
        var history = History()
        let list = items(0..<100)
        try read(list, in: &history)
        try read(list, in: &history, through: 2)
        #expect(cell(history)?.completed == nil)
        let first = history.position
        try read(list, in: &history)
        #expect(pages(of: history, behind: first).map(\.items) == [[.same(0...99)]])
        #expect(cell(history)?.items == list)
    }

    @Test func `says nothing by places when the reading before is not known any more`() throws {
        var history = History()
        try read(items(0..<40), in: &history)
        try history.record(
            PageObserved(
                source: key.source, cell: key.cell, page: 1, known: 41,
                items: [.same(0...39), .item(items(50..<51)[0]), .same(3...70)], absent: []),
            by: .amazon)
        #expect(cell(history)?.items == items(50..<51))
    }

    private func items(_ numbers: Range<Int>) -> [SeenItem] {
        numbers.map { SeenItem(subject: .sku("\($0)"), hash: .of("\($0)")) }
    }

    private func change(_ list: inout [SeenItem], _ random: inout SplitMix64, _ round: Int) {
        for _ in 0..<random.below(4) {
            let place = random.below(list.count)
            switch random.below(4) {
            case 0: list.remove(at: place)
            case 1: list.insert(contentsOf: items(1_000 * round..<1_000 * round + 2), at: place)
            case 2: list.swapAt(place, random.below(list.count))
            default: list[place].hash = .of("\(round) \(place)")
            }
        }
    }

    private func page(_ number: Int, _ list: [SeenItem]) -> PageObserved {
        let first = (number - 1) * 20
        return PageObserved(
            source: key.source, cell: key.cell, page: number, requestIDs: ["request \(number)"],
            date: "date of page \(number)", announced: list.count,
            items: list[first..<min(first + 20, list.count)].map { .item($0) }, absent: [])
    }

    /// Reads pages of 20 items as a run does; one that does not reach the end was stopped or killed.
    private func read(
        _ list: [SeenItem], in history: inout History, from: Int = 1, through: Int = .max,
        isKilled: Bool = false
    ) throws {
        var reading = PageReading(
            system: .amazon, before: history.state.pages.before(key, from: from))
        let last = (list.count + 19) / 20
        for number in from..<(min(last, through) + 1) {
            try history.append(reading.take(page(number, list)))
        }
        guard through >= last else {
            if !isKilled { try history.append(reading.finish()) }
            return
        }
        let completed = SourceCompleted(
            source: key.source, cell: key.cell, seen: list.count, stop: .end, whole: true)
        try history.append(reading.finish() + [completed.draft(system: .amazon)])
    }

    private func cell(_ history: History) -> PageState.Cell? { history.state.pages.cells[key] }

    private func pages(of history: History, behind first: Int = 0) -> [PageObserved] {
        history.events.filter { $0.sequence > first && $0.draft.kind == PageObserved.kind }
            .compactMap {
                try? EventDecoding.decode(PageObserved.self, version: 2, body: $0.draft.body)
            }
    }
}
