import AmazonAPI
import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

private let includedData =
    "attributes%2Cclassifications%2Cdimensions%2Cidentifiers%2Cimages%2CproductTypes"
    + "%2Crelationships%2Csummaries"

@Suite struct `Searching the catalogue` {
    @Test(arguments: [
        (
            CatalogSearch.keywords(["MCA0032"]), nil,
            "marketplaceIds=ATVPDKIKX0DER&keywords=MCA0032&includedData=\(includedData)&pageSize=20"
        ),
        (
            .keywords(["work boot", "a,b"], brands: ["Sandbox Brand", " "]), "tok-_=/+",
            "marketplaceIds=ATVPDKIKX0DER&keywords=work%20boot%2Ca%20b&brandNames=Sandbox%20Brand"
                + "&includedData=\(includedData)&pageSize=20&pageToken=tok-_%3D%2F%2B"
        ),
        (
            .identifiers(["B07X8Z63ZL", "B077QMJFG9"], type: .asin), nil,
            "marketplaceIds=ATVPDKIKX0DER&identifiers=B07X8Z63ZL%2CB077QMJFG9"
                + "&identifiersType=ASIN&includedData=\(includedData)&pageSize=20"
        ),
    ])
    func `sends exactly this`(search: CatalogSearch, pageToken: String?, query: String) async throws
    {
        let amazon = ScriptedAmazon { _, _ in Response(200, json: ["items": []]) }
        _ = try await client(amazon).searchCatalogItems(search, in: .us, pageToken: pageToken)
        let request = try #require(amazon.calls.first)
        #expect(
            request.url
                == "https://sellingpartnerapi-na.amazon.com/catalog/2022-04-01/items?\(query)")
        #expect(request.method == .get)
        #expect(request.body.isEmpty)
        #expect(request.headers[.contentType] == nil)
        #expect(request.headers[.accept] == "application/json")
        #expect(request.headers[.userAgent] == "plysync/test")
        let header = try #require(HTTPField.Name("x-amz-access-token"))
        #expect(request.headers[header] == "Atza|1")
    }

    @Test(arguments: [
        CatalogSearch.keywords([]), .keywords([" , "]),
        .keywords(Array(repeating: "x", count: 21)), .identifiers([], type: .upc),
        .identifiers(Array(repeating: "B07X8Z63ZL", count: 21), type: .asin),
        .identifiers(["A,B"], type: .asin), .identifiers([""], type: .ean),
    ])
    func `does not send what Amazon would refuse`(search: CatalogSearch) async {
        let amazon = ScriptedAmazon { _, _ in Response(200, json: ["items": []]) }
        let error = await failure { () async throws(APIError) in
            try await client(amazon).searchCatalogItems(search, in: .us)
        }
        guard case .invalid = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(amazon.requests.isEmpty)
    }

    @Test(arguments: [
        (#"{"numberOfResults": 34, "pagination": {"nextToken": "n"}, "items": []}"#, 34, "n"),
        (#"{"numberOfResults": 34, "pagination": {}, "items": []}"#, 34, nil),
        (#"{"numberOfResults": 34, "pagination": null, "items": []}"#, 34, nil),
        (#"{"numberOfResults": "7", "items": [], "refinements": {"brands": []}}"#, 7, nil),
        (#"{"numberOfResults": 1, "pagination": {"nextToken": ""}, "items": []}"#, 1, nil),
        (#"{"numberOfResults": null, "items": [{"asin": "B07X8Z63ZL"}]}"#, 1, nil),
        (#"{"numberOfResults": -3, "items": []}"#, 0, nil),
    ])
    func `reads a page however much of it is there`(
        body: String, announced: Int, next: String?
    ) async throws {
        let json = try JSONValue(test: body)
        let amazon = ScriptedAmazon { _, _ in
            Response(200, headers: [.date: "Sun, 01 Mar 2026 08:00:00 GMT"], json: json)
        }
        let page = try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
        #expect(page.announced == announced)
        #expect(page.next == next)
        #expect(page.facts.date == "Sun, 01 Mar 2026 08:00:00 GMT")
    }

    @Test func `reports entries that are no items, and keeps the others`() async throws {
        let json = try JSONValue(
            test: #"""
                {"numberOfResults": 5, "items": [{"asin": "B07X8Z63ZL"}, {"asin": "b07x8z63zl\n"},
                 {"asin": 5}, 7, {"asin": "B077QMJFG9"}]}
                """#)
        let amazon = ScriptedAmazon { _, _ in Response(200, json: json) }
        let page = try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
        #expect(page.items.map(\.key.asin.text) == ["B07X8Z63ZL", "B077QMJFG9"])
        #expect(page.malformed == [.malformedASIN("b07x8z63zl"), .noASIN, .notAnObject])
    }

    @Test(arguments: ["{}", #"{"items": null}"#, #"{"items": {"asin": "B07X8Z63ZL"}}"#, "[]", "7"])
    func `cannot read a page without items`(body: String) async throws {
        let json = try JSONValue(test: body)
        let amazon = ScriptedAmazon { _, _ in Response(200, json: json) }
        let error = await failure { () async throws(APIError) in
            try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
        }
        guard case .unreadable("searchCatalogItems", _, let facts) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(facts.status == 200)
    }

    @Test func `a page that is cut anywhere is asked for again, and never crashes`() async throws {
        let whole = Array(#"{"numberOfResults":1,"items":[{"asin":"B07X8Z63ZL"}]}"#.utf8)
        for end in 1..<whole.count {
            let cut = Array(whole[..<end])
            let amazon = ScriptedAmazon { _, number in
                Response(200, body: number == 1 ? cut : whole)
            }
            let page = try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
            #expect(page.items.count == 1)
            #expect(amazon.calls.count == 2)
        }
    }

    @Test func `learns its rate from the header, for each operation by itself`() async throws {
        let clock = ImmediateClock()
        let header = try #require(HTTPField.Name("x-amzn-RateLimit-Limit"))
        let amazon = ScriptedAmazon { _, _ in
            Response(200, headers: [header: "200.0"], json: ["items": []])
        }
        let client = client(amazon, clock: clock)
        let start = clock.now
        for _ in 0..<101 { _ = try await client.searchCatalogItems(.keywords(["x"]), in: .us) }
        #expect(clock.now - start < .seconds(2))
    }
}

@Suite struct `Getting one item` {
    @Test func `sends exactly this`() async throws {
        let amazon = ScriptedAmazon { _, _ in Response(200, json: ["asin": "B07X8Z63ZL"]) }
        let asin = try #require(ASIN("B07X8Z63ZL"))
        let answer = try await client(amazon).getCatalogItem(asin, in: .us)
        #expect(
            amazon.calls.map(\.url) == [
                "https://sellingpartnerapi-na.amazon.com/catalog/2022-04-01/items/B07X8Z63ZL"
                    + "?marketplaceIds=ATVPDKIKX0DER&includedData=\(includedData)"
            ])
        guard case .found(let item) = answer.value else {
            Issue.record("not found")
            return
        }
        #expect(item.key == ItemKey(.us, asin))
    }

    @Test func `knows an unknown item from an unknown page`() async throws {
        let asin = try #require(ASIN("B07X8Z63ZL"))
        let unknown = ScriptedAmazon { _, _ in
            Response(
                404,
                json: [
                    "errors": [["code": "NOT_FOUND", "message": "Requested item, … not found"]]
                ])
        }
        #expect(try await client(unknown).getCatalogItem(asin, in: .us).value == .notFound)
        let proxy = ScriptedAmazon { _, _ in Response(404, body: Array("<html>".utf8)) }
        let error = await failure { () async throws(APIError) in
            try await client(proxy).getCatalogItem(asin, in: .us)
        }
        guard case .askOperator(let hint) = error?.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.contains("PLYSYNC_AMAZON_URL"))
    }

    @Test func `says what is no item`() async throws {
        let asin = try #require(ASIN("B07X8Z63ZL"))
        let amazon = ScriptedAmazon { _, _ in Response(200, json: ["asin": "nonsense"]) }
        let answer = try await client(amazon).getCatalogItem(asin, in: .us)
        #expect(answer.value == .malformed(.malformedASIN("nonsense")))
    }
}
