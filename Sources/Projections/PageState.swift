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
        /// Set when the attempt came to its end.
        package var completed: Completion?

        /// Subjects and content hashes of all pages, in order, each subject once.
        package var items: [SeenItem] {
            var seen = Set<Subject>()
            return pages.flatMap(\.items).filter { seen.insert($0.subject).inserted }
        }
        package var announced: Int? { pages.compactMap(\.announced).max() }
    }

    package struct Page: Sendable {
        package let number: Int
        package let token: String?
        package let next: String?
        package let announced: Int?
        package let items: [SeenItem]
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
            cells[key, default: Cell(run: event.run)].completed = Completion(
                seen: body.seen, announced: body.announced, stop: body.stop, whole: body.whole,
                time: event.time, sequence: event.sequence)
        }
    }

    private mutating func turn(to body: PageObserved, _ event: PastEvent) {
        let key = Key(system: event.system, source: body.source, cell: body.cell)
        let page = Page(
            number: body.page, token: body.token, next: body.next, announced: body.announced,
            items: body.items, absent: body.absent, time: event.time, sequence: event.sequence)
        remember(key)
        // In place: a copy of the cell would copy all pages before this one.
        cells[key, default: Cell(run: event.run)].turn(to: page, in: event.run)
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
    fileprivate mutating func turn(to page: PageState.Page, in run: RunID) {
        // The first page begins a new attempt.
        if page.number == 1 { self = PageState.Cell(run: run) }
        self.run = run
        pages.append(page)
    }
}
