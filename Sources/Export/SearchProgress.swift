package import Catalog
package import Events
import AmazonAPI

/// What a paged query asks for next; pure, so that a stopped export goes on from its pages.
///
/// Stop rules: `amazon-catalog-items.md` 2.4: no next token, an empty page, 1,000 items, a token
/// that repeats, a page that adds nothing.
package struct SearchProgress: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        case fetch(page: Int, token: String?)
        case done(SourceCompleted.StopReason, whole: Bool)
    }

    /// Amazon pages no further than this, whatever it announces.
    package static let cap = 1_000
    /// Announced numbers of keyword searches are estimates; equal calls differ by one or two.
    package static let announcedTolerance = 2

    package private(set) var seen: Set<Subject> = []
    package private(set) var announced: Int?
    /// Items on the last page.
    private var lastPage = 0
    private var pages = 0
    private var tokens: Set<String> = []
    private var next: String?
    private var stop: SourceCompleted.StopReason?
    private let resultsMax: Int?

    package init(resultsMax: Int? = nil) { self.resultsMax = resultsMax }

    /// Takes in a page that was read now, or as many as an earlier run has recorded together.
    package mutating func take(
        _ count: Int = 1, items: [Subject], announced: Int?, next: String?
    ) {
        pages += count
        let before = seen.count
        // Pages that were recorded together are full but for the last.
        lastPage = items.count - (count - 1) * AmazonClient.itemsPerPage
        seen.formUnion(items)
        self.announced = [self.announced, announced].compactMap { $0 }.max()
        self.next = next
        if items.isEmpty {
            stop = next == nil ? .end : .emptyPage
        } else if let resultsMax, seen.count >= resultsMax {
            stop = .limit
        } else if seen.count >= Self.cap {
            stop = .cap
        } else if next == nil {
            stop = .end
        } else if let next, !tokens.insert(next).inserted {
            stop = .repeatedToken
        } else if seen.count == before {
            stop = .nothingNew
        }
    }

    package var step: Step {
        if let stop { return .done(stop, whole: isWhole(stop)) }
        return .fetch(page: pages + 1, token: next)
    }

    /// Everything that was announced was seen, or as many as were asked for.
    ///
    /// A search that says nothing of its number is whole when it came to its own end. A number is
    /// taken for an estimate only where the last page has room left: behind a full or an empty one
    /// there may be what was announced.
    private func isWhole(_ stop: SourceCompleted.StopReason) -> Bool {
        if stop == .limit { return true }
        guard let announced else { return stop == .end }
        // Of a few results none can be missing by estimation.
        let isEstimate = announced > 20 && (1..<AmazonClient.itemsPerPage).contains(lastPage)
        let tolerance = isEstimate ? Self.announcedTolerance : 0
        return seen.count + tolerance >= announced
    }
}
