package import Catalog
package import Events

/// What was read page by page, for each query its last attempt: so an unfinished one goes on, and
/// a finished one tells what belongs to it.
package struct PageState: Projector, Sendable {
    package private(set) var cells: [Key: Cell] = [:]

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

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        if event.kind == PageObserved.kind {
            let body = try event.decode(PageObserved.self)
            let key = Key(system: event.system, source: body.source, cell: body.cell)
            // The first page begins a new attempt.
            var cell = body.page == 1 ? Cell(run: event.run) : cells[key] ?? Cell(run: event.run)
            cell.run = event.run
            cell.pages.append(
                Page(
                    number: body.page, token: body.token, next: body.next,
                    announced: body.announced, items: body.items, absent: body.absent,
                    time: event.time, sequence: event.sequence))
            cells[key] = cell
        } else {
            let body = try event.decode(SourceCompleted.self)
            let key = Key(system: event.system, source: body.source, cell: body.cell)
            cells[key, default: Cell(run: event.run)].completed = Completion(
                seen: body.seen, announced: body.announced, stop: body.stop, whole: body.whole,
                time: event.time, sequence: event.sequence)
        }
    }
}
