import Catalog
import HTTP
import Testing

/// Limits that the user sets below what a server announces.
@Suite struct `A governor with limits of ours` {
    private static let ten = Duration.seconds(10)
    private static let hour = Duration.seconds(3600)

    private func governor() -> Governor {
        var settings = GovernorSettings()
        settings.caps["plytix:"] = [.window(requests: 20, length: Self.ten)]
        settings.caps["amazon:search"] = [.bucket(perSecond: 1, burst: 1)]
        return Governor(
            clock: SimulatedClock(), jitter: Jitter(SeededGenerator(1)),
            settings: settings)
    }

    @Test func `uses the lower of both, and what the server has besides`() {
        let governor = governor()
        governor.learn(
            "plytix:a",
            [.window(requests: 50, length: Self.ten), .window(requests: 5_000, length: Self.hour)],
            from: .claims)
        #expect(
            governor.limits(of: "plytix:a") == [
                .window(requests: 20, length: Self.ten),
                .window(requests: 5_000, length: Self.hour),
            ])
    }

    @Test func `is not more generous than the server`() {
        let governor = governor()
        governor.learn("plytix:a", [.window(requests: 5, length: Self.ten)], from: .claims)
        #expect(governor.limits(of: "plytix:a") == [.window(requests: 5, length: Self.ten)])
    }

    @Test func `keeps a limit of ours that the server does not name`() {
        let governor = governor()
        governor.learn("plytix:a", [.window(requests: 5_000, length: Self.hour)], from: .claims)
        #expect(
            Set(governor.limits(of: "plytix:a")) == [
                .window(requests: 20, length: Self.ten),
                .window(requests: 5_000, length: Self.hour),
            ])
    }

    @Test func `leaves other buckets alone`() {
        let governor = governor()
        governor.expect("amazon:getCatalogItem", [.bucket(perSecond: 2, burst: 2)])
        #expect(governor.limits(of: "amazon:getCatalogItem") == [.bucket(perSecond: 2, burst: 2)])
        governor.expect("amazon:searchCatalogItems", [.bucket(perSecond: 2, burst: 2)])
        #expect(
            governor.limits(of: "amazon:searchCatalogItems") == [.bucket(perSecond: 1, burst: 1)])
    }
}
