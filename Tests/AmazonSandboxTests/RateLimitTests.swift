import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

@Suite struct RateLimitTests {
    private let search = "/catalog/2022-04-01/items?marketplaceIds=ATVPDKIKX0DER&keywords=moc"
    private let item = "/catalog/2022-04-01/items/B07X8Z63ZL?marketplaceIds=ATVPDKIKX0DER"

    private func statuses(_ shopper: Shopper, _ path: String, _ count: Int) -> [Int] {
        (0..<count).map { _ in shopper.get(path, patiently: false).status }
    }

    @Test func `two at once, then one every half second`() throws {
        let shopper = try Shopper()
        #expect(statuses(shopper, search, 4) == [200, 200, 429, 429])
        shopper.now = shopper.now + .milliseconds(499)
        #expect(statuses(shopper, search, 1) == [429])
        shopper.now = shopper.now + .milliseconds(1)
        #expect(statuses(shopper, search, 2) == [200, 429])
        shopper.wait(seconds: 60)
        #expect(statuses(shopper, search, 3) == [200, 200, 429])
    }

    @Test func `a refusal says neither the rate nor when to come again`() throws {
        let shopper = try Shopper()
        _ = statuses(shopper, search, 2)
        let refused = shopper.get(search, patiently: false)
        #expect(refused.status == 429)
        #expect(refused.headers[Shopper.rateName] == nil)
        #expect(refused.headers[.retryAfter] == nil)
        #expect(
            try refused.json() == [
                "errors": [
                    [
                        "code": "QuotaExceeded",
                        "message": "You exceeded your quota for the requested resource.",
                        "details": "",
                    ]
                ]
            ])
    }

    @Test func `each operation and each seller has a bucket of its own`() throws {
        let other = SandboxedAmazon.Seller(
            id: "OTHER", refreshToken: "Atzr|other", clientID: "other", clientSecret: "secret")
        let shopper = try Shopper(sellers: [.sandbox, other])
        #expect(statuses(shopper, search, 3) == [200, 200, 429])
        #expect(statuses(shopper, item, 3) == [200, 200, 429])
        shopper.token = try #require(shopper.logIn(other).json()["access_token"].string)
        #expect(statuses(shopper, search, 3) == [200, 200, 429])
    }

    @Test func `two tokens of one seller share a bucket, and wrong requests cost too`() throws {
        let shopper = try Shopper()
        #expect(statuses(shopper, search + "&pageSize=99", 1) == [400])
        shopper.token = try #require(shopper.logIn().json()["access_token"].string)
        #expect(statuses(shopper, search, 2) == [200, 429])
    }

    @Test(arguments: [(1.0, "2.0", 2), (10, "20.0", 20), (0.25, "0.5", 1)])
    func `speed multiplies what is announced and what is allowed`(
        speed: Double, header: String, burst: Int
    ) throws {
        let shopper = try Shopper(speed: speed)
        let first = shopper.get(search, patiently: false)
        #expect(first.headers[Shopper.rateName] == header)
        let more = statuses(shopper, search, burst)
        #expect(more == [Int](repeating: 200, count: burst - 1) + [429])
    }
}
