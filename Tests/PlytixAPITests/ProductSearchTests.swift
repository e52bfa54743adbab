import HTTP
import JSON
import PlytixAPI
import Synchronization
import Testing

/// A product search that has `count` products S0, S1, … and takes so many columns, and lists of
/// SKUs or not.
private func products(
    count: Int = 3, columnsMax: Int = 1000, alwaysCounted: Int = 0, takesLists: Bool = true,
    gone: Set<String> = []
) -> ScriptedPlytix {
    ScriptedPlytix { request, number in
        guard let body = try? JSONValue(parsing: request.body) else { return Response(400) }
        let columns = body["attributes"].elements.compactMap(\.string)
        guard columns.count + alwaysCounted <= columnsMax else {
            let text = "columns limit exceeded, current limit is \(columnsMax)"
            return Response(
                422,
                json: [
                    "error": [
                        "errors": [["field": "schema", "msg": .string(text)]],
                        "msg": "Schema validation error",
                    ]
                ])
        }
        let filters = body["filters"].elements.flatMap(\.elements)
        if !takesLists, filters.contains(where: { $0["operator"] == "in" }) {
            return Response(
                422,
                json: [
                    "error": [
                        "errors": [["field": "sku", "msg": "operator not allowed"]],
                        "msg": "Schema validation error",
                    ]
                ])
        }
        let wanted = filters.flatMap { $0["value"].array ?? [$0["value"]] }.compactMap(\.string)
        let skus = (0..<count).map { "S\($0)" }.filter {
            (wanted.isEmpty || wanted.contains($0)) && (number == 1 || !gone.contains($0))
        }
        let rows = skus.map { sku -> JSONValue in
            var attributes = JSONObject()
            for column in columns where column.hasPrefix("attributes.") {
                attributes[String(column.dropFirst(11))] = .string("\(sku) \(column)")
            }
            return [
                "id": .string("id-\(sku)"), "sku": .string(sku), "attributes": .object(attributes),
            ]
        }
        return Response(
            200, json: ["data": .array(rows), "pagination": ["count": JSONValue(rows.count)]])
    }
}

private let columns = (0..<45).map { "attributes.a\($0)" }

@Suite struct `A search for products` {
    /// A number that was kept to, and yet refused: the id and the SKU count too.
    @Test func `asks for less where the id and the SKU count as columns`() async throws {
        let plytix = products(columnsMax: 20, alwaysCounted: 2)
        let answer = try await client(plytix).searchProducts(ProductQuery(columns: columns))
        #expect(answer.value.rows.allSatisfy { $0.attributes.count == 45 })
        #expect(answer.value.rows.count == 3)
    }

    @Test(arguments: [
        // The most columns that the account takes, and the columns of each request.
        (1000, [20, 20, 5]), (20, [20, 20, 5]), (15, [20, 15, 15, 15]), (40, [20, 20, 5]),
    ])
    func `with many columns asks in batches and gives whole rows`(
        columnsMax: Int, asked: [Int]
    ) async throws {
        let plytix = products(columnsMax: columnsMax)
        let client = client(plytix)
        let answer = try await client.searchProducts(ProductQuery(columns: columns))
        #expect(answer.value.rows.map(\.sku) == ["S0", "S1", "S2"])
        #expect(answer.value.rows.allSatisfy { $0.attributes.count == 45 })
        #expect(answer.value.rows[1].attributes["a44"] == "S1 attributes.a44")
        let counts = try plytix.calls.map {
            try JSONValue(parsing: $0.body)["attributes"].elements.count
        }
        #expect(counts == asked)
    }

    @Test func `remembers how many columns there may be`() async throws {
        let plytix = products(columnsMax: 15)
        let client = client(plytix)
        for _ in 0..<2 {
            _ = try await client.searchProducts(ProductQuery(columns: Array(columns.prefix(15))))
            _ = try await client.searchProducts(ProductQuery(columns: Array(columns.prefix(20))))
        }
        // 1, then one refused and two; then 1 and two.
        #expect(plytix.calls.count == 7)
    }

    @Test func `leaves out what is gone before its row is whole`() async throws {
        let answer = try await client(products(gone: ["S1"]))
            .searchProducts(ProductQuery(columns: columns))
        #expect(answer.value.rows.map(\.sku) == ["S0", "S2"])
        #expect(answer.value.received == 3)
    }

    @Test func `passes on what has nothing to do with columns`() async {
        let error = await failure { () async throws(APIError) in
            try await client(ScriptedPlytix(428, "{}")).searchProducts(ProductQuery(order: "sku"))
        }
        guard case .refused(let refusal) = error, case .fixInput(let hint) = refusal.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.contains("10,000"))
    }
}

@Suite struct `A look-up by SKU` {
    @Test func `is one request where lists are taken`() async throws {
        let plytix = products()
        let found = try await client(plytix)
            .findProducts(skus: ["S0", "S2", "S9"], columns: ["label"])
        #expect(found.map(\.sku) == ["S0", "S2"])
        #expect(plytix.calls.count == 1)
    }

    @Test func `asks one by one, in one request, where they are not, and remembers`() async throws {
        let plytix = products(takesLists: false)
        let client = client(plytix)
        for _ in 0..<3 {
            let found = try await client.findProducts(skus: ["S0", "S2"], columns: ["label"])
            #expect(found.map(\.sku) == ["S0", "S2"])
        }
        #expect(plytix.calls.count == 4)
        let body = try JSONValue(parsing: try #require(plytix.calls.last).body)
        #expect(
            body["filters"] == [
                [["field": "sku", "operator": "eq", "value": "S0"]],
                [["field": "sku", "operator": "eq", "value": "S2"]],
            ])
    }

    /// The second was on its way when the first was refused.
    @Test func `by lists of SKUs that are refused asks one by one, also two at once`()
        async throws
    {
        let plytix = products(takesLists: false)
        let client = client(plytix)
        async let first = client.findProducts(skus: ["S0", "S1"], columns: [])
        async let second = client.findProducts(skus: ["S2"], columns: [])
        #expect(try await first.map(\.sku) == ["S0", "S1"])
        #expect(try await second.map(\.sku) == ["S2"])
    }

    @Test func `with many columns gets over both refusals`() async throws {
        let found = try await client(products(columnsMax: 12, takesLists: false))
            .findProducts(skus: ["S0", "S1"], columns: columns)
        #expect(found.map(\.attributes.count) == [45, 45])
    }

    @Test func `of nothing costs nothing, of too much is not asked`() async throws {
        let plytix = products()
        #expect(try await client(plytix).findProducts(skus: [], columns: []).isEmpty)
        let error = await failure { () async throws(APIError) in
            try await client(plytix)
                .findProducts(skus: Array(repeating: "S", count: 101), columns: [])
        }
        guard case .invalid = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(plytix.requests.isEmpty)
    }
}
