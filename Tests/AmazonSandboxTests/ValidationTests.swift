import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

@Suite struct ValidationTests {
    private static let many = (1...21).map { "B0SANDBX\($0 + 10)" }.joined(separator: ",")
    private static let parse = "Request has missing or invalid parameters and cannot be parsed."
    private static let items = "/catalog/2022-04-01/items"

    @Test(arguments: [
        ("?keywords=moc", "Missing or invalid request parameters: [marketplaceIds]", nil),
        ("?marketplaceIds=&keywords=moc", "Invalid 'marketplaceIds' provided.", ""),
        ("?marketplaceIds=NONE&keywords=moc", "Invalid 'marketplaceIds' provided.", ""),
        (
            "?marketplaceIds=ATVPDKIKX0DER,A2EUQ1WTGCTBG2&keywords=moc",
            "Invalid 'marketplaceIds' provided.", ""
        ),
        ("?marketplaceIds=A1PA6795UKMFR9&keywords=moc", "Invalid 'marketplaceIds' provided.", ""),
        ("?marketplaceIds=ATVPDKIKX0DER", "Missing required 'identifiers' or 'keywords'.", ""),
        (
            "?marketplaceIds=ATVPDKIKX0DER&pageToken=abc",
            "Missing required 'identifiers' or 'keywords'.", ""
        ),
        (
            "?marketplaceIds=ATVPDKIKX0DER&brandNames=X",
            "Missing required 'identifiers' or 'keywords'.", ""
        ),
        ("?marketplaceIds=ATVPDKIKX0DER&keywords=a&identifiers=b", parse, ""),
        ("?marketplaceIds=ATVPDKIKX0DER&keywords=\(many)", parse, ""),
        (
            "?marketplaceIds=ATVPDKIKX0DER&identifiersType=ASIN&identifiers=\(many)",
            "Too many 'identifiers' provided", ""
        ),
        (
            "?marketplaceIds=ATVPDKIKX0DER&identifiers=B07X8Z63ZL",
            "Missing or invalid request parameters: [identifiersType]", nil
        ),
        ("?marketplaceIds=ATVPDKIKX0DER&identifiers=B07X8Z63ZL&identifiersType=asin", parse, ""),
        (
            "?marketplaceIds=ATVPDKIKX0DER&identifiers=S-1&identifiersType=SKU",
            "Missing or invalid request parameters: [sellerId]", nil
        ),
        (
            "?marketplaceIds=ATVPDKIKX0DER&identifiers=B07X8Z63ZL&identifiersType=ASIN&brandNames=X",
            parse, ""
        ),
        (
            "?marketplaceIds=ATVPDKIKX0DER&identifiers=B07X8Z63ZL,b07x8z63zl&identifiersType=ASIN",
            "Invalid 'asin' provided.", ""
        ),
        (
            "?marketplaceIds=ATVPDKIKX0DER&keywords=moc&includedData=summaries,variations",
            "Invalid 'includedData' requested.", ""
        ),
        (
            "?marketplaceIds=ATVPDKIKX0DER&keywords=moc&includedData=summaries,%20images",
            "Invalid 'includedData' requested.", ""
        ),
        (
            "?marketplaceIds=ATVPDKIKX0DER&keywords=moc&includedData=vendorDetails", "FORBIDDEN",
            "The includedData requested requires vendor access. Remove the requested includedData item and try again."
        ),
        ("?marketplaceIds=ATVPDKIKX0DER&keywords=moc&pageSize=21", parse, ""),
        ("?marketplaceIds=ATVPDKIKX0DER&keywords=moc&pageSize=0", parse, ""),
        ("?marketplaceIds=ATVPDKIKX0DER&keywords=moc&pageSize=ten", parse, ""),
        ("?marketplaceIds=ATVPDKIKX0DER&keywords=moc&pageToken=abc", "Invalid Input", ""),
        ("/?marketplaceIds=ATVPDKIKX0DER", parse, ""),
        ("/b07x8z63zl?marketplaceIds=ATVPDKIKX0DER", "Invalid 'asin' provided.", ""),
        ("/B07X8Z63ZL", "Missing or invalid request parameters: [marketplaceIds]", nil),
        ("/B07X8Z63ZL?marketplaceIds=X", "Invalid 'marketplaceIds' provided.", ""),
        (
            "/B07X8Z63ZL?marketplaceIds=ATVPDKIKX0DER&includedData=all",
            "Invalid 'includedData' requested.", ""
        ),
    ])
    func `a wrong request is refused with Amazon's message`(
        query: String, message: String, details: String?
    ) throws {
        let response = try Shopper().get(Self.items + query)
        #expect(response.status == 400)
        #expect(response.headers[Shopper.rateName] == "2.0")
        #expect(response.headers[Shopper.errorTypeName] == "ValidationException")
        let error = try response.json()["errors"][0]
        #expect(error["code"] == "InvalidInput")
        #expect(error["message"].string == message)
        #expect(error["details"].string == details)
    }

    @Test func `a user agent of more than 500 characters is refused`() throws {
        let shopper = try Shopper()
        let path = Self.items + "?marketplaceIds=ATVPDKIKX0DER&keywords=moc"
        let long = String(repeating: "a", count: 501)
        #expect(shopper.get(path, headers: [.userAgent: long]).status == 400)
        #expect(shopper.get(path, headers: [.userAgent: String(long.dropLast())]).status == 200)
    }

    @Test func `a GET with a body, or with the length of one, is refused`() throws {
        let shopper = try Shopper()
        var request = Request(
            .get, Self.items + "?marketplaceIds=ATVPDKIKX0DER&keywords=moc",
            headers: [Shopper.tokenName: shopper.token], body: [0x7B, 0x7D])
        #expect(shopper.sandbox.respond(to: request, at: shopper.now).status == 400)
        request.body = []
        request.headers[.contentLength] = "2"
        #expect(shopper.sandbox.respond(to: request, at: shopper.now).status == 400)
    }

    @Test func `square brackets that are not encoded get a page of HTML`() throws {
        let response = try Shopper().get(
            Self.items + "?marketplaceIds=ATVPDKIKX0DER&keywords=[moc]")
        #expect(response.status == 400)
        #expect(response.headers[.contentType]?.hasPrefix("text/html") == true)
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/catalog/2022-04-01/items/B07X8Z63ZL/more"),
        (.get, "/catalog/2020-12-01/items"), (.get, "/"), (.get, "/images/I/a/b.jpg"),
        (.post, "/catalog/2022-04-01/items"), (.head, "/catalog/2022-04-01/items"),
        (.get, "/auth/o2/token"),
    ])
    func `a path or method that is none is a missing token to the gateway`(
        method: HTTPRequest.Method, path: String
    ) throws {
        let shopper = try Shopper()
        let response = shopper.sandbox.respond(to: Request(method, path), at: shopper.now)
        #expect(response.status == 403)
        #expect(response.headers[Shopper.rateName] == nil)
        let error = try response.json()["errors"][0]
        #expect(error["code"] == "MissingAuthenticationToken")
        #expect(error["message"] == "Access to requested resource is denied.")
        #expect(error["details"].isNull)
    }

    @Test func `parameters that nobody knows are ignored`() throws {
        let response = try Shopper().search("keywords=moc&MarketplaceId=X&marketplace_ids=Y")
        #expect(response.status == 200)
    }
}
