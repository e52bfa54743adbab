/// One page of a search's hits.
struct SearchPage: Equatable {
    let rows: [Int]
    /// Offset of the page behind it, nil when it is the last.
    let next: Int?
    /// Offset of the page before it, nil when it is the first.
    let previous: Int?

    /// No query gives more rows than this, whatever it announces (`amazon-catalog-items.md` 0.2).
    static let rowsMax = 1_000

    /// Throws for the page that a quirk refuses, and for an offset that no page has.
    init(hits: [Int], size: Int, offset: Int, quirks: Set<Quirk>) throws(Refusal) {
        if quirks.contains(.earlyError), offset >= 3 * size { throw .invalidToken }
        let rows = Self.rows(hits, quirks).prefix(Self.rowsMax)
        guard offset == 0 || offset < rows.count, offset.isMultiple(of: size) else {
            throw .invalidToken
        }
        let end = min(offset + size, rows.count)
        let isEmptied = quirks.contains(.emptyPage) && offset == size
        // The first page comes always, whole.
        let stop =
            quirks.contains(.earlyStop)
            ? min(rows.count, max(size, rows.count * 6 / 10)) : rows.count
        self.rows = isEmptied ? [] : Array(rows[offset..<end])
        next = end < stop ? end : nil
        previous = offset > 0 ? max(0, offset - size) : nil
    }

    /// The hits, or with the quirk of duplicates one in forty again twenty rows later.
    private static func rows(_ hits: [Int], _ quirks: Set<Quirk>) -> [Int] {
        guard quirks.contains(.duplicateHits) else { return hits }
        var rows: [Int] = []
        for (number, hit) in hits.enumerated() {
            rows.append(hit)
            if number % 40 == 39 { rows.append(hits[number - 20]) }
        }
        return rows
    }
}
