import AmazonSandbox
import Catalog
import ContractSupport
import HTTP
import HTTPTypes
import JSON
import SandboxWorld
import Testing

@Suite(.publishedSpecifications) struct `Every test of the project` {
    @Test func `fails on an answer that is not as published`() throws {
        try #require(PublishedSpecifications.shared != nil)
        let request = Request(.get, "https://pim.plytix.com/api/v1/products/a")
        withKnownIssue {
            Onlooker.show(request, Response(200, json: ["data": [["sku": 1]]]))
        } matching: { issue in
            issue.comments.contains {
                $0.rawValue.contains("body/data/*/sku: type: 1 is no string")
            }
        }
    }

    @Test func `is watched in the sandbox itself, not in what a test puts before it`() throws {
        try #require(PublishedSpecifications.shared != nil)
        let url = "https://sellingpartnerapi-na.amazon.com/catalog/2022-04-01/items/?seen=\(#line)"
        let seen = Exchanges()
        Onlooker.add { request, response in
            if request.url == url { seen.keep(request, response) }
        }
        let answer = SandboxedAmazon(world: .bundled).respond(
            to: Request(.get, url), at: Instant(seconds: 0))
        #expect(seen.all.map(\.response) == [answer])
    }
}
