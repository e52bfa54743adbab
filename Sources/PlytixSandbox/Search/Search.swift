import Catalog
import JSON

/// Searches a store and answers with a page of rows.
enum Search {
    /// A condition with its fields found.
    private struct Test<Item> {
        let fields: [Field<Item>]
        let operation: Operator
        let value: JSONValue

        func holds(_ item: Item) -> Bool {
            fields.contains { field in
                let folds = field.foldsLists && [.in, .notIn].contains(operation)
                return Comparison.holds(
                    folds ? field.value(item).folded : field.value(item), operation,
                    folds ? value.folded : value, type: field.type)
            }
        }
    }

    static func answer<Item>(
        _ request: SearchRequest, in store: Store<Item>, _ table: SearchTable<Item>, _ call: Call
    ) throws(Refusal) -> Answer {
        for column in request.columns where !table.hasColumn(column) {
            throw .schema("attributes", .string("unknown column \(column)"))
        }
        let tests = try tests(request, table)
        var order: Field<Item>?
        if let name = request.order {
            guard let field = table.field(name) else { throw table.unknownField(name) }
            order = field
        }
        let matches = matches(request, tests, in: store, table, call)
        guard order == nil || matches.count <= call.settings.orderedRowsMax else {
            throw Refusal(428, "Too many results to sort them; use filters or leave the order out")
        }
        let sorted = sort(matches, by: order, isDescending: request.isDescending)
        // A page far beyond the end is an empty page, also where the product would overflow.
        let (start, overflow) = (request.page - 1).multipliedReportingOverflow(by: request.pageSize)
        let rows = overflow ? [] : sorted.dropFirst(start).prefix(request.pageSize)
        let total = store.isInSight ? store.count : store.visible(at: call.now).count
        return .json(
            200,
            [
                "data": .array(rows.map { table.row($0.item, request.columns) }),
                "pagination": pagination(
                    request,
                    order: request.orderAsSent.isNull ? table.unordered : request.orderAsSent,
                    matches: matches.count, rows: rows.count, total: total, call),
            ])
    }

    private static func pagination(
        _ request: SearchRequest, order: JSONValue, matches: Int, rows: Int, total: Int,
        _ call: Call
    ) -> JSONValue {
        var block: JSONValue = [
            "page": JSONValue(request.page), "page_size": JSONValue(request.pageSize),
            "order": order,
        ]
        if call.has(.countsOmitted) { return block }
        if !call.has(.countOmitted) {
            block["count"] = JSONValue(call.has(.countIsPage) ? rows : matches)
        }
        if !call.has(.totalCountOmitted) {
            block["total_count"] = JSONValue(call.has(.countIsPage) ? matches : total)
        }
        return block
    }

    private static func tests<Item>(
        _ request: SearchRequest, _ table: SearchTable<Item>
    ) throws(Refusal) -> [[Test<Item>]] {
        var groups: [[Test<Item>]] = []
        for group in request.filters {
            var tests: [Test<Item>] = []
            for condition in group {
                var fields: [Field<Item>] = []
                for name in condition.fields {
                    guard let field = table.field(name) else { throw table.unknownField(name) }
                    try check(condition, field)
                    fields.append(field)
                }
                tests.append(
                    Test(fields: fields, operation: condition.operation, value: condition.value))
            }
            groups.append(tests)
        }
        return groups
    }

    private static func check<Item>(
        _ condition: SearchRequest.Condition, _ field: Field<Item>
    ) throws(Refusal) {
        let isKnown =
            field.operators.contains(condition.operation)
            // The vendor lists these nowhere, and takes them on text.
            || (field.type == .text && [.textSearch, .notLike].contains(condition.operation))
        guard isKnown else {
            throw SearchRequest.undecodable(
                Refusal.entry(
                    field.key, .string("operator \(condition.operation.rawValue) is not allowed")))
        }
        guard condition.operation.takes(condition.value, type: field.type) else {
            throw SearchRequest.undecodable(
                Refusal.entry(
                    field.key, .string("wrong value for \(condition.operation.rawValue)")))
        }
    }

    private static func matches<Item>(
        _ request: SearchRequest, _ tests: [[Test<Item>]], in store: Store<Item>,
        _ table: SearchTable<Item>, _ call: Call
    ) -> [Kept<Item>] {
        let candidates =
            indexed(request, in: store, table) ?? store.visible(at: call.now)
        if tests.isEmpty, table.isOpen { return candidates }
        return candidates.filter { kept in
            table.passes(kept.item)
                && (tests.isEmpty || tests.contains { $0.allSatisfy { $0.holds(kept.item) } })
        }
    }

    /// The only items that can match, where each group names a value of the indexed field.
    private static func indexed<Item>(
        _ request: SearchRequest, in store: Store<Item>, _ table: SearchTable<Item>
    ) -> [Kept<Item>]? {
        guard store.isInSight, let key = table.indexedField, !request.filters.isEmpty else {
            return nil
        }
        var keys: [String] = []
        for group in request.filters {
            let condition = group.first { condition in
                condition.fields == [key] && [.equal, .in].contains(condition.operation)
            }
            guard let condition else { return nil }
            keys += (condition.value.array ?? [condition.value]).map(\.words)
        }
        return store.kept(withKeys: keys)
    }

    private static func sort<Item>(
        _ items: [Kept<Item>], by field: Field<Item>?, isDescending: Bool
    ) -> [Kept<Item>] {
        guard let field else { return items }
        let keyed = items.enumerated().map { (index: $0, value: field.value($1.item), kept: $1) }
        return keyed.sorted { a, b in
            if Comparison.precedes(a.value, b.value) { return !isDescending }
            if Comparison.precedes(b.value, a.value) { return isDescending }
            return a.index < b.index
        }.map(\.kept)
    }
}
