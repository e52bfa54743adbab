import ContractSupport
import HTTP
import HTTPTypes
import JSON
import Testing

@Suite struct `What a sandbox writes down` {
    @Test func `is every request with its answer`() throws {
        try Journey.begin { journey in
            _ = try journey.sync()
            let exchanges = try RecordedTraffic.exchanges(in: journey.traffic)
            #expect(exchanges.count == (try journey.control.requests().total))
            let page = try #require(exchanges.first { $0.request.url.contains("/catalog/") })
            #expect(page.response.status == 200)
            #expect(try page.response.json()["items"].elements.count > 0)
            #expect(
                exchanges.allSatisfy { exchange in
                    exchange.request.headers.contains {
                        $0.name.canonicalName == "user-agent" && $0.value.hasPrefix("plysync/")
                    }
                })
        }
    }
}
