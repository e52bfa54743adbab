import JSON

/// One page of a search's results.
package struct SearchPage<Row: Sendable>: Sendable {
    package let rows: [Row]
    /// How many rows the page had, decoded or not.
    package let received: Int
    /// How many match over all pages; nil when the answer does not say.
    package let matches: Int?
    /// From 1.
    package let page: Int
    package let pageSize: Int

    package init(rows: [Row], received: Int, matches: Int?, page: Int, pageSize: Int) {
        self.rows = rows
        self.received = received
        self.matches = matches
        self.page = page
        self.pageSize = pageSize
    }

    /// Whether there is nothing behind it.
    ///
    /// `count` is the number of all matches by most sources, of the page's rows by one, and some
    /// answers omit it (`plytix-unknowns.md` 13): a number that fits on a page says nothing, and
    /// then a short page is the last.
    package var isLast: Bool {
        if received == 0 { return true }
        guard let matches, matches > pageSize else { return received < pageSize }
        return page * pageSize >= matches
    }
}

extension SearchPage: Equatable where Row: Equatable {}
