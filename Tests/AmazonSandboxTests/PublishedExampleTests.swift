import AmazonSandbox
import HTTP
import JSON
import Testing

/// Examples in the shape of Amazon's, with invented values; the real ones are held by
/// `tools/contract`.
@Suite struct `What Amazon published` {
    private static let model: JSONValue = [
        "paths": [
            "/catalog/2022-04-01/items": [
                "get": [
                    "responses": [
                        "200": [
                            "x-amzn-api-sandbox": [
                                "static": [
                                    [
                                        "request": [
                                            "parameters": [
                                                "keywords": ["value": ["blue", "boot"]],
                                                "includedData": ["value": ["vendorDetails"]],
                                            ]
                                        ], "response": ["numberOfResults": 7, "items": []],
                                    ]
                                ]
                            ]
                        ]
                    ]
                ]
            ],
            "/catalog/2022-04-01/items/{asin}": [
                "get": [
                    "responses": [
                        "400": [
                            "x-amzn-api-sandbox": [
                                "static": [
                                    [
                                        "request": ["parameters": ["asin": ["value": ""]]],
                                        "response": ["errors": [["code": "400"]]],
                                    ]
                                ]
                            ]
                        ]
                    ]
                ]
            ],
        ]
    ]
    private static let summaries: JSONValue = [
        ["marketplaceId": "ATVPDKIKX0DER", "itemName": "Boot"]
    ]
    private static let item: JSONValue = [
        "asin": "B0EXAMPLE1", "summaries": summaries, "images": [],
    ]

    private func shopper() throws -> Shopper {
        try Shopper(examples: try PublishedExamples([Self.model, Self.item]))
    }

    @Test func `is answered where the request is the published one`() throws {
        let shopper = try shopper()
        let search = shopper.search("keywords=blue,boot&includedData=vendorDetails")
        #expect(search.status == 200)
        #expect(try search.json() == ["numberOfResults": 7, "items": []])
        let item = shopper.item("")
        #expect(item.status == 400)
        #expect(try item.json() == ["errors": [["code": "400"]]])
    }

    @Test func `leaves all other requests to the sandbox`() throws {
        let shopper = try shopper()
        #expect(shopper.search("keywords=boot,blue&includedData=vendorDetails").status == 400)
        #expect(shopper.item("B07X8Z63ZL").status == 200)
        #expect(shopper.item("B0EXAMPLE2").status == 404)
    }

    @Test func `is a captured item too, by itself and in a search`() throws {
        let shopper = try shopper()
        let part: JSONValue = ["asin": "B0EXAMPLE1", "summaries": Self.summaries]
        #expect(try shopper.item("B0EXAMPLE1").json() == part)
        #expect(
            try shopper.item("B0EXAMPLE1", "includedData=summaries,images").json() == Self.item)
        let found = shopper.search("identifiers=B0EXAMPLE1&identifiersType=ASIN")
        #expect(try found.json() == ["numberOfResults": 1, "items": [part]])
    }

    @Test func `needs a token like everything else`() throws {
        let shopper = try shopper()
        shopper.token = "Atza|other"
        #expect(shopper.item("B0EXAMPLE1").status == 403)
    }

    @Test func `is neither a model nor an item and so refused`() {
        #expect(throws: JSONError.self) { try PublishedExamples([["title": "notes"]]) }
    }
}
