import Catalog
import HTTP
import HTTPTypes
import Synchronization
import Testing

/// A token endpoint that takes a second and numbers its tokens.
private final class TokenServer: Sendable {
    let fetches = Mutex(0)
    private let clock: any WallClock
    private let failsFirst: Bool

    init(_ clock: any WallClock, failsFirst: Bool = false) {
        self.clock = clock
        self.failsFirst = failsFirst
    }

    func fetch() async throws(APIError) -> AccessToken {
        let number = fetches.withLock { fetches in
            fetches += 1
            return fetches
        }
        do throws(CancellationError) {
            try await clock.sleep(for: .seconds(1))
        } catch {
            throw .noAnswer(.cancelled(sent: true), operation: "getToken")
        }
        if failsFirst, number == 1 { throw .noAnswer(lost, operation: "getToken") }
        return AccessToken(value: "token \(number)", lifetime: .seconds(900), from: clock.now)
    }
}

private func cache(_ clock: any WallClock, _ server: TokenServer) -> TokenCache {
    TokenCache(clock: clock) { () async throws(APIError) in try await server.fetch() }
}

@Suite struct `Tokens` {
    @Test func `a hundred tasks that need one at once fetch one`() throws {
        let (values, fetches) = try simulate { clock in
            let server = TokenServer(clock)
            let cache = cache(clock, server)
            let values = await withTaskGroup(of: String?.self) { group in
                for _ in 0..<100 { group.addTask { try? await cache.token().value } }
                return await group.reduce(into: [String?]()) { $0.append($1) }
            }
            return (values, server.fetches.withLock { $0 })
        }
        #expect(values == Array(repeating: "token 1", count: 100))
        #expect(fetches == 1)
    }

    @Test func `are renewed a minute before their end`() throws {
        let values = try simulate { clock in
            let cache = cache(clock, TokenServer(clock))
            var values = [try await cache.token().value]
            try await clock.sleep(for: .seconds(838))
            values.append(try await cache.token().value)
            try await clock.sleep(for: .seconds(3))
            values.append(try await cache.token().value)
            return values
        }
        #expect(values == ["token 1", "token 1", "token 2"])
    }

    @Test func `with a short life are renewed a tenth of it before their end`() {
        let token = AccessToken(value: "x", lifetime: .seconds(9), from: Instant(seconds: 0))
        #expect(token.renewAt == Instant(microseconds: 8_100_000))
    }

    @Test func `all who waited for a fetch that failed fail with it, the next one tries`() throws {
        let (failed, fetches, value) = try simulate { clock in
            let server = TokenServer(clock, failsFirst: true)
            let cache = cache(clock, server)
            let failed = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<10 { group.addTask { (try? await cache.token()) == nil } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            return (failed, server.fetches.withLock { $0 }, try await cache.token().value)
        }
        #expect(failed == 10)
        #expect(fetches == 1)
        #expect(value == "token 2")
    }

    @Test func `a cancelled fetcher leaves the work to the next`() throws {
        let value = try simulate { clock in
            let cache = cache(clock, TokenServer(clock))
            return await withTaskGroup(of: String?.self) { group in
                let first = Task(executorPreference: clock.executor) {
                    try? await cache.token().value
                }
                try? await clock.sleep(for: .milliseconds(1))
                group.addTask { try? await cache.token().value }
                try? await clock.sleep(for: .milliseconds(1))
                first.cancel()
                return await group.next() ?? nil
            }
        }
        #expect(value == "token 2")
    }

    @Test func `do not show themselves`() {
        let token = AccessToken(value: "Atza|secret", renewAt: Instant(seconds: 0))
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!"\(token)".contains("secret"))
        #expect(!dumped.contains("secret"))
        #expect(!String(reflecting: token).contains("secret"))
    }
}

@Suite struct `Requests with a token` {
    private static func run(
        _ steps: [ScriptedTransport.Step], _ call: Call
    ) throws -> (status: Int, tokens: [String?], fetches: Int) {
        try simulate { clock in
            let server = TokenServer(clock)
            let transport = ScriptedTransport(steps)
            let authorisation = Authorisation(
                tokens: cache(clock, server), header: .authorization, prefix: "Bearer ",
                isStale: { $0.status == 401 })
            let stack = session(transport, clock).stack(authorisation: authorisation)
            let status = try await stack.send(call).status
            return (
                status, transport.requests.map { $0.headers[.authorization] },
                server.fetches.withLock { $0 }
            )
        }
    }

    @Test(arguments: [Operation.read, .write])
    func `are repeated once with a fresh one when it was refused`(operation: Operation) throws {
        let (status, tokens, fetches) = try Self.run(
            [.success(Response(401)), .success(Response(200))],
            Call(Request(.post, "https://pim.test/a"), operation))
        #expect(status == 200)
        #expect(tokens == ["Bearer token 1", "Bearer token 2"])
        #expect(fetches == 2)
    }

    @Test func `pass a second refusal on`() throws {
        let (status, tokens, _) = try Self.run([.success(Response(401))], .read)
        #expect(status == 401)
        #expect(tokens.count == 2)
    }

    @Test func `do not leave when there is no token, and are in no doubt`() throws {
        let (error, sent) = try simulate { clock in
            let transport = ScriptedTransport([.success(Response(200))])
            let cache = TokenCache(clock: clock) { () async throws(APIError) in
                throw .noAnswer(lost, operation: "getToken")
            }
            let stack = session(transport, clock).stack(
                authorisation: Authorisation(
                    tokens: cache, header: .authorization, isStale: { $0.status == 401 }))
            do throws(APIError) {
                _ = try await stack.send(.write)
                return (APIError?.none, transport.requests.count)
            } catch {
                return (error, transport.requests.count)
            }
        }
        #expect(sent == 0)
        #expect(error == .noToken(.noAnswer(lost, operation: "getToken")))
        #expect(error?.mayHaveBeenApplied == false)
    }

    @Test func `take their token after the wait for the quota, not before`() throws {
        let tokens = try simulate { clock in
            let server = TokenServer(clock)
            let transport = ScriptedTransport([
                .success(Response(429, headers: [.retryAfter: "2400"])), .success(Response(200)),
            ])
            let authorisation = Authorisation(
                tokens: cache(clock, server), header: .authorization,
                isStale: { $0.status == 401 })
            let stack = session(transport, clock).stack(authorisation: authorisation)
            _ = try await stack.send(.read)
            return transport.requests.map { $0.headers[.authorization] }
        }
        #expect(tokens == ["token 1", "token 2"])
    }

    @Test func `that grew too old on their way are fetched again more than once`() throws {
        let (status, fetches, sent) = try simulate { clock in
            let fetches = Mutex(0)
            let cache = TokenCache(clock: clock) { () async throws(APIError) in
                let number = fetches.withLock { fetches in
                    fetches += 1
                    return fetches
                }
                return AccessToken(
                    value: "token \(number)", lifetime: .seconds(number < 4 ? 2 : 900),
                    from: clock.now)
            }
            let transport = SlowRefusal(clock: clock, takes: .seconds(3))
            let stack = session(transport, clock).stack(
                authorisation: Authorisation(
                    tokens: cache, header: .authorization, isStale: { $0.status == 401 }))
            let response = try await stack.send(.write)
            return (response.status, fetches.withLock { $0 }, transport.count)
        }
        #expect(status == 200)
        #expect(fetches == 4)
        #expect(sent == 4)
    }
}

/// Takes its time, and refuses every token but the fourth.
private final class SlowRefusal: Transport {
    private let clock: any WallClock
    private let takes: Duration
    private let sent = Mutex(0)

    init(clock: any WallClock, takes: Duration) {
        self.clock = clock
        self.takes = takes
    }

    var count: Int { sent.withLock { $0 } }

    func send(_ request: Request) async throws(TransportError) -> Response {
        sent.withLock { $0 += 1 }
        do throws(CancellationError) {
            try await clock.sleep(for: takes)
        } catch {
            throw .cancelled(sent: true)
        }
        return Response(request.headers[.authorization] == "token 4" ? 200 : 401)
    }
}
