package import Catalog
package import Events

/// What was read page by page, for each query its last attempt: so an unfinished one goes on, and
/// a finished one tells what belongs to it.
package struct PageState: Projector, Sendable {
    package private(set) var cells: Table<Key, Cell> = [:]

    /// The lists of items that were gone through last, the last one at the end.
    ///
    /// There are as many lists as somebody makes, so the pages of older ones are forgotten.
    private(set) var lists: [String] = []

    /// Of how many lists the pages are kept.
    static let listsMax = 8

    package static let kinds: Set<String> = [PageObserved.kind, SourceCompleted.kind]

    /// One query to one system.
    package struct Key: Hashable, Sendable {
        package let system: System
        package let source: String
        package let cell: String

        package init(system: System, source: String, cell: String) {
            self.system = system
            self.source = source
            self.cell = cell
        }

        /// The list of items or the file whose items were asked for one by one, and their parents;
        /// nil for a search.
        var list: Substring? {
            let name =
                cell.hasPrefix("parents of ") ? cell.dropFirst("parents of ".count) : cell[...]
            guard name.hasPrefix("asins=") || name.hasPrefix("file=") else { return nil }
            return name.prefix { $0 != ";" }
        }
    }

    package struct Cell: Sendable {
        package var run: RunID
        package var pages: [Page] = []
        /// What all pages gave, one after the other: a page says which part of it is its own.
        fileprivate(set) var list = SeenList()
        /// Set when the attempt came to its end.
        package var completed: Completion?
        /// What the attempt before this one saw, in its order.
        ///
        /// Pages name what is as it was by its place here. Empty once this attempt has come to its
        /// end and gave all of it.
        package var before: [SeenItem] { list.before }

        /// Subjects and content hashes of all pages, in order, each subject once.
        package var items: [SeenItem] {
            var seen = Set<Subject>()
            return list.items.filter { seen.insert($0.subject).inserted }
        }
        /// The items of one of the pages.
        package func items(on page: Page) -> [SeenItem] { list[page.items] }
        package var announced: Int? { pages.compactMap(\.announced).max() }
        /// How many pages were read.
        package var pageCount: Int { pages.reduce(0) { $0 + $1.count } }
    }

    /// A page, or several that were recorded together.
    package struct Page: Sendable {
        /// The number of the first.
        package let number: Int
        package let count: Int
        package let token: String?
        package let next: String?
        package let announced: Int?
        /// The places of its items in what all pages gave.
        package let items: Range<Int>
        package let absent: [String]
        package let time: Instant
        package let sequence: Int
    }

    package struct Completion: Sendable {
        package let seen: Int
        package let announced: Int?
        package let stop: SourceCompleted.StopReason
        package let whole: Bool
        package let time: Instant
        package let sequence: Int
    }

    package init() {}

    init(cells: Table<Key, Cell>, lists: [String]) {
        self.cells = cells
        self.lists = lists
    }

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case PageObserved.self: turn(to: try event.decode(PageObserved.self), event)
        default:
            let body = try event.decode(SourceCompleted.self)
            let key = Key(system: event.system, source: body.source, cell: body.cell)
            remember(key)
            cells[key, default: Cell(run: event.run)].complete(
                Completion(
                    seen: body.seen, announced: body.announced, stop: body.stop, whole: body.whole,
                    time: event.time, sequence: event.sequence))
        }
    }

    /// What the pages of a query are compared with, from a page number on: what the attempt before
    /// saw.
    package func before(_ key: Key, from page: Int) -> [SeenItem] {
        guard let cell = cells[key] else { return [] }
        return page == 1 ? cell.last : cell.before
    }

    private mutating func turn(to body: PageObserved, _ event: PastEvent) {
        let key = Key(system: event.system, source: body.source, cell: body.cell)
        remember(key)
        // In place: a copy of the cell would copy all pages before this one.
        cells[key, default: Cell(run: event.run)].turn(to: body, event)
    }

    /// Notes that a list is in use, and forgets the one that was not for the longest time.
    private mutating func remember(_ key: Key) {
        guard let list = key.list, lists.last?[...] != list else { return }
        lists.removeAll { $0 == list }
        lists.append(String(list))
        guard lists.count > Self.listsMax else { return }
        let forgotten = lists.removeFirst()
        for key in cells.keys where key.list == forgotten[...] { cells[key] = nil }
    }
}

extension PageState.Cell {
    /// What the last attempt saw; one that did not come to its end says less than the one before.
    fileprivate var last: [SeenItem] {
        completed != nil || before.isEmpty ? list.items : before
    }

    fileprivate mutating func turn(to body: PageObserved, _ event: PastEvent) {
        // The first page begins a new attempt.
        if body.page == 1 {
            list.begin(after: last)
            pages = []
            completed = nil
        }
        run = event.run
        let first = list.count
        take(body)
        pages.append(
            PageState.Page(
                number: body.page, count: (body.through ?? body.page) - body.page + 1,
                token: body.token, next: body.next, announced: body.announced,
                items: first..<list.count, absent: body.absent, time: event.time,
                sequence: event.sequence))
    }

    /// Takes in the items that a page names, in words or by their places in the attempt before.
    ///
    /// Where that attempt is not known as it was, since a page of it was redacted, places mean
    /// nothing.
    private mutating func take(_ body: PageObserved) {
        let isKnown = body.known == list.before.count
        for entry in body.items {
            switch entry {
            case .item(let item): list.append(item)
            case .same(let places):
                if isKnown, places.upperBound < list.before.count { list.append(same: places) }
            }
        }
    }

    fileprivate mutating func complete(_ completion: PageState.Completion) {
        completed = completion
        list.finish()
    }
}
