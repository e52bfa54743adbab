import Catalog
import HTTP
import JSON
import PlytixAPI

/// Reading products whole, however many there are: no decision is made on a read that may have
/// skipped some.
extension Surveyor {
    typealias TakePage =
        (SearchPage<PlytixProduct>, AnswerFacts) async throws(SurveyStop) -> Void

    /// Reads all products that meet the conditions, a hundred a request; a product may come twice.
    ///
    /// Read in the order of their SKUs, which never skips. Sorted reads end at 10,000 rows (428,
    /// `plytix-api.md` 5): a larger read is cut in two by the date of creation, down to single
    /// days, and a day with more than that is read unsorted until as many distinct products were
    /// seen as are announced.
    func readProducts(
        _ filters: [ProductFilter], columns: [String], window: ClosedRange<Instant>? = nil,
        take: TakePage
    ) async throws(SurveyStop) {
        let query = ProductQuery(
            filters: Self.groups(filters, window), columns: columns, order: "sku")
        var ids = Set<String>()
        var number = 1
        while true {
            let answer: Answered<SearchPage<PlytixProduct>>
            do throws(APIError) {
                answer = try await client.searchProducts(query, page: number)
            } catch {
                guard error.isTooManyToSort else { throw .plytix(error) }
                return try await cut(filters, columns: columns, window: window, take: take)
            }
            let page = answer.value
            ids.formUnion(page.rows.map(\.id))
            try await take(page, answer.facts)
            guard page.isLast else {
                number += 1
                continue
            }
            guard let matches = page.matches, ids.count != matches else { return }
            throw .unsteady(what: "products", announced: matches, seen: ids.count)
        }
    }

    private func cut(
        _ filters: [ProductFilter], columns: [String], window: ClosedRange<Instant>?, take: TakePage
    ) async throws(SurveyStop) {
        let whole = window ?? Instant(seconds: 0)...(clock.now + .seconds(2 * 86_400))
        let middle = Instant(
            seconds: (whole.lowerBound.seconds + whole.upperBound.seconds) / 2)
        guard middle.date != whole.lowerBound.date, middle.date != whole.upperBound.date else {
            return try await readUnsorted(filters, columns: columns, window: whole, take: take)
        }
        try await readProducts(
            filters, columns: columns, window: whole.lowerBound...middle, take: take)
        try await readProducts(
            filters, columns: columns, window: middle...whole.upperBound, take: take)
    }

    /// Unsorted pages can repeat and skip rows: they are read again until the count agrees.
    private func readUnsorted(
        _ filters: [ProductFilter], columns: [String], window: ClosedRange<Instant>, take: TakePage
    ) async throws(SurveyStop) {
        let query = ProductQuery(filters: Self.groups(filters, window), columns: columns)
        var ids = Set<String>()
        var announced = 0
        for _ in 1...Self.passesMax {
            var number = 1
            while true {
                let answer = try await reading { () async throws(APIError) in
                    try await client.searchProducts(query, page: number)
                }
                let page = answer.value
                ids.formUnion(page.rows.map(\.id))
                announced = page.matches ?? ids.count
                try await take(page, answer.facts)
                if page.isLast { break }
                number += 1
            }
            if ids.count == announced { return }
        }
        throw .unsteady(what: "products", announced: announced, seen: ids.count)
    }

    private static let passesMax = 5

    private static func groups(
        _ filters: [ProductFilter], _ window: ClosedRange<Instant>?
    ) -> [[ProductFilter]] {
        var all = filters
        if let window {
            all.append(ProductFilter("created", "gte", .string(window.lowerBound.date)))
            all.append(ProductFilter("created", "lt", .string(window.upperBound.date)))
        }
        return all.isEmpty ? [] : [all]
    }
}

extension APIError {
    /// A sorted read of more than 10,000 rows (`plytix-api.md` 5).
    var isTooManyToSort: Bool {
        if case .refused(let refusal) = self { refusal.status == 428 } else { false }
    }
}
