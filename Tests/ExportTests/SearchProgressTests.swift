import Catalog
import Events
import Export
import Testing

/// Amazon announces a number, which of keyword searches is an estimate.
@Suite struct `A search that ends with less than was announced` {
    private static func ended(after pages: [Int], announced: Int) -> SearchProgress {
        var progress = SearchProgress()
        var number = 0
        for (index, count) in pages.enumerated() {
            let items = (0..<count).map { Subject.picture("\(number + $0)") }
            number += count
            let isLast = index == pages.count - 1
            progress.take(items: items, announced: announced, next: isLast ? nil : "\(index)")
        }
        return progress
    }

    @Test(arguments: [([20, 5], 27), ([20, 5], 26), ([20, 20, 1], 43)])
    func `by one or two is whole, where its last page has room left`(
        pages: [Int], announced: Int
    ) {
        let step = Self.ended(after: pages, announced: announced).step
        #expect(step == .done(.end, whole: true))
    }

    @Test(arguments: [([20], 21), ([20], 22), ([20, 20], 42), ([20, 0], 22), ([20, 5], 28)])
    func `is not whole, where its last page is full or empty, or more is missing`(
        pages: [Int], announced: Int
    ) {
        let step = Self.ended(after: pages, announced: announced).step
        #expect(step == .done(.end, whole: false))
    }
}
