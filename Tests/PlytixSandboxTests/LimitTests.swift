import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `The limits of an account` {
    private let limits = [
        AccountConfiguration.Limit(requests: 3, seconds: 10),
        AccountConfiguration.Limit(requests: 5, seconds: 3600),
    ]

    private func ask(_ bench: Bench, _ times: Int) -> [Int] {
        (0..<times).map { _ in bench.get("v1/filters/asset").status }
    }

    @Test func `refuse what goes beyond the short window until it ends`() {
        let bench = Bench(limits: limits)
        bench.wait(.seconds(4))
        #expect(ask(bench, 4) == [200, 200, 200, 429])
        let refusal = bench.get("v1/filters/asset")
        #expect(refusal.headers[.retryAfter] == "6")
        #expect(
            refusal.text
                == text(429, ["error": ["msg": "Rate limit exceeded", "retry_after": 6]]))
        bench.wait(.milliseconds(5_500))
        #expect(bench.get("v1/filters/asset").headers[.retryAfter] == "1")
        bench.wait(.milliseconds(500))
        #expect(bench.get("v1/filters/asset").status == 200)
    }

    @Test func `refuse what goes beyond the long window, counting down in real time`() {
        let bench = Bench(limits: limits)
        #expect(ask(bench, 3) == [200, 200, 200])
        bench.wait(.seconds(10))
        #expect(ask(bench, 3) == [200, 200, 429])
        // The test's clock starts at 20 minutes past the hour.
        #expect(bench.get("v1/filters/asset").headers[.retryAfter] == "2390")
        bench.wait(.seconds(90))
        #expect(bench.get("v1/filters/asset").headers[.retryAfter] == "2300")
        bench.wait(.seconds(2300))
        bench.logIn()
        #expect(bench.get("v1/filters/asset").status == 200)
    }

    @Test func `do not count what they refuse`() {
        let bench = Bench(limits: limits)
        #expect(ask(bench, 20).filter { $0 == 429 }.count == 17)
        bench.wait(.seconds(10))
        #expect(ask(bench, 2) == [200, 200])
    }

    @Test func `count every kind of request of both versions`() {
        let bench = Bench(limits: limits)
        #expect(bench.get("v1/nothing").status == 404)
        #expect(bench.get("v1/products").status == 405)
        #expect(bench.get("v2/products/5c4e").status == 404)
        #expect(bench.get("v1/nothing").status == 429)
    }

    @Test func `are multiplied by the speed, which divides the rest of a full window`() {
        let bench = Bench(limits: limits) { $0.speed = 2 }
        #expect(ask(bench, 7) == [200, 200, 200, 200, 200, 200, 429])
        #expect(bench.get("v1/filters/asset").headers[.retryAfter] == "5")
        bench.wait(.seconds(4))
        #expect(bench.get("v1/filters/asset").headers[.retryAfter] == "1")
        bench.wait(.seconds(1))
        #expect(bench.get("v1/filters/asset").status == 200)
    }

    @Test func `are the account's own`() {
        let bench = Bench(limits: limits)
        _ = ask(bench, 4)
        let other = bench.requestToken("key-fresh", "password-fresh").first["access_token"].string
        let reply = bench.send(
            .get, "v1/filters/asset", headers: [.authorization: "Bearer \(other ?? "")"])
        #expect(reply.status == 200)
    }

    @Test func `of a paid plan are 50 in ten seconds and 5,000 an hour`() {
        let bench = Bench(limits: AccountConfiguration.Limit.paidPlan)
        #expect(ask(bench, 51).filter { $0 == 200 }.count == 50)
    }
}
