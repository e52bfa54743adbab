package import Catalog
package import Events

/// One reading of a list, page by page: makes the events that tell of its pages.
///
/// A page on which all is as it was waits for others like it, so that a list that did not change
/// costs a few events and not one for each page. What waits at a moment of death is read again.
package struct PageReading: Sendable {
    /// How many pages wait for each other: half a minute of Amazon's, at its usual rate.
    package static let pagesMax = 50

    private let system: System
    private let before: [SeenItem]
    private let places: [Subject: Int]
    private var waiting: PageObserved?

    /// - `before`: what `PageState.before` gives when the reading begins.
    package init(system: System, before: [SeenItem]) {
        self.system = system
        self.before = before
        places = Dictionary(
            before.enumerated().map { ($1.subject, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes the next page in; answers what is to be appended now.
    ///
    /// - `page`: one page, each of its items in words.
    /// - `news`: the events of what is new or changed on it; their cause is the first of the answer.
    package mutating func take(_ page: PageObserved, news: [RecordDraft] = []) -> [RecordDraft] {
        let (entries, isSame) = entries(of: page)
        var pages = waiting ?? page
        if waiting == nil {
            pages.items = []
        } else {
            pages.join(page)
        }
        for entry in entries { pages.items.append(joining: entry) }
        waiting = pages
        let isFull = page.page - pages.page + 1 >= Self.pagesMax
        return isSame && news.isEmpty && !isFull ? [] : finish() + news
    }

    /// The event of the pages that wait; nothing when none does.
    package mutating func finish() -> [RecordDraft] {
        guard var page = waiting else { return [] }
        waiting = nil
        let refers = page.items.contains { if case .same = $0 { true } else { false } }
        page.known = refers ? before.count : nil
        return [page.draft(system: system)]
    }

    /// The items of a page, and whether all are as they were.
    private func entries(of page: PageObserved) -> (entries: [PageEntry], isSame: Bool) {
        var isSame = true
        let entries = page.items.map { entry -> PageEntry in
            if case .item(let item) = entry, let place = places[item.subject],
                before[place].hash == item.hash
            {
                return .same(place...place)
            }
            isSame = false
            return entry
        }
        return (entries, isSame)
    }
}

extension PageObserved {
    /// Goes on to the page behind; its items aside.
    fileprivate mutating func join(_ page: PageObserved) {
        through = page.page
        next = page.next
        date = page.date
        requestIDs += page.requestIDs
        absent += page.absent
        announced = [announced, page.announced].compactMap { $0 }.max()
    }
}

extension [PageEntry] {
    /// Appends an entry; runs that touch become one.
    fileprivate mutating func append(joining entry: PageEntry) {
        if case .same(let places)? = last, case .same(let next) = entry,
            places.upperBound + 1 == next.lowerBound
        {
            self[count - 1] = .same(places.lowerBound...next.upperBound)
        } else {
            append(entry)
        }
    }
}
