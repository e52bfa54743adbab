import Catalog
import HTTP
import HTTPTypes
import Testing

private let paid: [RateLimit] = [
    .window(requests: 50, length: .seconds(10)), .window(requests: 5000, length: .seconds(3600)),
]

/// Sends `count` requests by `workers` tasks and says what came of it.
private func run(
    _ count: Int, workers: Int = 16, on server: LimitedServer, clock: SimulatedClock,
    governor: Governor, operation: Operation = .read
) async -> Duration {
    let stack = session(server, clock, governor: governor).stack(authorisation: nil)
    let start = clock.now
    await withTaskGroup(of: Void.self) { group in
        for worker in 0..<workers {
            group.addTask {
                for _ in stride(from: worker, to: count, by: workers) {
                    _ = try? await stack.send(Call(Request(.get, "https://pim.test/"), operation))
                }
            }
        }
    }
    return clock.now - start
}

private func governor(
    _ clock: any WallClock, _ limits: [RateLimit], settings: GovernorSettings = GovernorSettings(),
    reserve: Double? = nil, observations: [LimitObservation] = [],
    observed: Recorded<LimitObservation>? = nil, waits: Recorded<LongWait>? = nil
) -> Governor {
    let governor = Governor(
        clock: clock, jitter: Jitter(SeededGenerator(3)), settings: settings,
        observations: observations, onObservation: { observed?.add($0) },
        onLongWait: { waits?.add($0) })
    governor.expect("bucket", limits, reserve: reserve)
    return governor
}

@Suite struct `A governor of windows` {
    @Test(arguments: [0.0, 0.013, 3.7, 9.99], [1, 2, 3] as [UInt64])
    func `is never refused, wherever the windows begin`(phase: Double, seed: UInt64) throws {
        let (refused, taken) = try simulate { clock in
            let server = LimitedServer(
                [.init(requests: 50, seconds: 10, phase: phase)], clock: clock, seed: seed)
            _ = await run(
                1000, on: server, clock: clock,
                governor: governor(clock, [.window(requests: 50, length: .seconds(10))]))
            return (server.refused, server.taken.count)
        }
        #expect(refused == 0)
        #expect(taken == 1000)
    }

    @Test func `keeps both windows at once, and says how long the longer one takes`() throws {
        let waits = Recorded<LongWait>()
        let (refused, passed) = try simulate { clock in
            let server = LimitedServer(
                [
                    .init(requests: 50, seconds: 10, phase: 5),
                    .init(requests: 5000, seconds: 3600, phase: 1234),
                ], clock: clock)
            let passed = await run(
                10_001, on: server, clock: clock, governor: governor(clock, paid, waits: waits))
            return (server.refused, passed)
        }
        #expect(refused == 0)
        #expect(passed > .seconds(7200) && passed < .seconds(7230))
        #expect(waits.elements.count == 2)
        #expect(waits.elements.allSatisfy { $0.bucket == "bucket" })
        #expect(
            waits.elements.first?.why == .quota(requests: 5000, length: .seconds(3600)))
    }

    @Test(arguments: [0, 17, 900, 1800, 3500])
    func `takes at most 1.03 of the best time once it knows the phase`(ahead: Int) throws {
        // The windows of the server begin so long before the run does.
        let start = SimulatedClock().now
        let phase = Double((start.seconds - ahead) % 3600)
        let windows: [LimitedServer.Window] = [
            .init(requests: 50, seconds: 10, phase: Double((start.seconds - ahead) % 10)),
            .init(requests: 5000, seconds: 3600, phase: phase),
        ]
        let best = LimitedServer.best(12_000, windows, from: start) - start
        let (refused, passed) = try simulate { clock in
            let server = LimitedServer(windows, clock: clock)
            let known = [10, 3600].map { seconds in
                LimitObservation(
                    bucket: "bucket",
                    limits: paid.filter { limit in
                        if case .window(_, .seconds(seconds)) = limit { true } else { false }
                    }, evidence: .refusal, resetsAt: start + .seconds(3600 * 5 - ahead))
            }
            let governor = governor(clock, paid, observations: known)
            return (server.refused, await run(12_000, on: server, clock: clock, governor: governor))
        }
        #expect(refused == 0)
        #expect(passed < .seconds(1) * (best.inSeconds * 1.03 + 2))
    }

    @Test func `learns the phase from a refusal and tells it`() throws {
        let observed = Recorded<LimitObservation>()
        let (refused, passed, taken, start) = try simulate { clock in
            let start = clock.now
            let server = LimitedServer(
                [.init(requests: 5000, seconds: 3600, phase: 300)], clock: clock)
            // Somebody else has used up this window but for ten requests.
            server.useUp(4990)
            let limits: [RateLimit] = [.window(requests: 5000, length: .seconds(3600))]
            let passed = await run(
                20, workers: 4, on: server, clock: clock,
                governor: governor(clock, limits, observed: observed))
            return (server.refused, passed, server.taken.count, start)
        }
        #expect(refused >= 1 && refused <= 4)
        #expect(taken == 5010)
        #expect(passed > .seconds(299) && passed < .seconds(305))
        let last = try #require(observed.elements.last)
        #expect(last.evidence == .refusal)
        #expect(last.limits == [.window(requests: 5000, length: .seconds(3600))])
        let reset = try #require(last.resetsAt)
        #expect(reset - start >= .seconds(300) && reset - start < .seconds(302))
    }

    @Test func `with leave to probe, gets past an hour's quota as soon as the hour ends`() throws {
        var settings = GovernorSettings()
        settings.probesLongWindows = true
        let probing = settings
        let (refused, passed) = try simulate { clock in
            let server = LimitedServer(
                [
                    .init(requests: 50, seconds: 10),
                    .init(requests: 5000, seconds: 3600, phase: 1500),
                ], clock: clock)
            let passed = await run(
                9000, on: server, clock: clock,
                governor: governor(clock, paid, settings: probing))
            return (server.refused, passed)
        }
        #expect(refused == 1)
        #expect(passed < .seconds(1500 + 4000 / 5 + 30))
    }

    @Test func `leaves the reserve to others`() throws {
        let taken = try simulate { clock in
            let server = LimitedServer([.init(requests: 50, seconds: 10)], clock: clock)
            _ = await run(
                200, on: server, clock: clock,
                governor: governor(
                    clock, [.window(requests: 50, length: .seconds(10))], reserve: 0.2))
            return server.taken
        }
        let first = taken[0]
        #expect(taken.filter { $0 - first < .seconds(10) }.count == 40)
        #expect(taken.count == 200)
    }

    @Test func `a request that takes longer than a window counts in both`() throws {
        let refused = try simulate { clock in
            let server = LimitedServer(
                [.init(requests: 5, seconds: 10)], clock: clock, latencyMax: .seconds(25))
            _ = await run(
                100, on: server, clock: clock,
                governor: governor(clock, [.window(requests: 5, length: .seconds(10))]))
            return server.refused
        }
        #expect(refused == 0)
    }

    @Test func `starts with what is known to have been sent before`() throws {
        let passed = try simulate { clock in
            let start = clock.now
            let governor = governor(clock, [.window(requests: 5, length: .seconds(3600))])
            governor.recall("bucket", requestsAt: (0..<5).map { start + .seconds(-600 + $0) })
            let server = LimitedServer([], clock: clock, latencyMax: .zero)
            return await run(1, on: server, clock: clock, governor: governor)
        }
        #expect(passed == .seconds(3000))
    }
}

@Suite struct `A governor of rates` {
    private static let amazon: [RateLimit] = [.bucket(perSecond: 2, burst: 2)]

    @Test func `keeps the rate`() throws {
        let taken = try simulate { clock in
            let server = LimitedServer([], clock: clock, latencyMax: .zero)
            _ = await run(21, on: server, clock: clock, governor: governor(clock, Self.amazon))
            return server.taken
        }
        #expect(taken.last.map { $0 - taken[0] } == .seconds(10))
        #expect(zip(taken, taken.dropFirst()).allSatisfy { $1 - $0 == .milliseconds(500) })
    }

    @Test func `runs ahead within the burst, but for one`() throws {
        let taken = try simulate { clock in
            let server = LimitedServer([], clock: clock, latencyMax: .zero)
            let governor = governor(clock, [.bucket(perSecond: 1, burst: 5)])
            _ = await run(10, on: server, clock: clock, governor: governor)
            return server.taken.map { $0 - server.taken[0] }
        }
        #expect(taken.prefix(4).allSatisfy { $0 == .zero })
        #expect(taken.dropFirst(4).map { Int($0.inSeconds) } == Array(1...6))
    }

    @Test func `believes the header, tells it once, and goes by it`() throws {
        let observed = Recorded<LimitObservation>()
        let passed = try simulate { clock in
            let header = try #require(HTTPField.Name("x-rate"))
            let response = Response(200, headers: [header: "10.0"])
            let transport = ScriptedTransport([.success(response)])
            let governor = governor(clock, Self.amazon, observed: observed)
            let stack = session(transport, clock, governor: governor)
                .stack(authorisation: nil, rateHeader: header)
            let start = clock.now
            for _ in 0..<102 { _ = try await stack.send(.read) }
            return clock.now - start
        }
        #expect(passed == .milliseconds(500 + 100 * 100))
        #expect(
            observed.elements == [
                LimitObservation(
                    bucket: "bucket", limits: [.bucket(perSecond: 10, burst: 2)],
                    evidence: .header)
            ])
    }

    @Test func `slows down after a refusal, tells it, and comes back`() throws {
        let observed = Recorded<LimitObservation>()
        let gaps = try simulate { clock in
            let transport = ScriptedTransport(
                [.success(Response(429))] + Array(repeating: .success(Response(200)), count: 60))
            let times = Recorded<Instant>()
            let governor = governor(clock, Self.amazon, observed: observed)
            let stack = session(transport, clock, governor: governor).stack(authorisation: nil)
            for _ in 0..<60 {
                _ = try await stack.send(.read)
                times.add(clock.now)
            }
            return zip(times.elements, times.elements.dropFirst()).map { $1 - $0 }
        }
        #expect(observed.elements.first?.limits == [.bucket(perSecond: 1, burst: 2)])
        #expect(observed.elements.first?.evidence == .refusal)
        #expect(gaps.first.map { $0 > .milliseconds(900) } == true)
        #expect(gaps.last == .milliseconds(500))
    }
}

@Suite struct `The turns of a governor` {
    @Test func `are first come, first served`() throws {
        let order = try simulate { clock in
            let order = Recorded<Int>()
            let governor = governor(clock, [.bucket(perSecond: 1, burst: 1)])
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        guard let turn = try? await governor.turn(in: "bucket") else { return }
                        order.add(number)
                        governor.finish(turn, with: .success(Response(200)))
                    }
                }
            }
            return order.elements
        }
        #expect(order == Array(0..<20))
    }

    @Test func `of cancelled tasks pass to the next`() throws {
        let (order, passed) = try simulate { clock in
            let order = Recorded<Int>()
            let governor = governor(clock, [.bucket(perSecond: 1, burst: 1)])
            let start = clock.now
            let tasks = (0..<6).map { number in
                Task(executorPreference: clock.executor) {
                    guard let turn = try? await governor.turn(in: "bucket") else { return }
                    order.add(number)
                    governor.finish(turn, with: .success(Response(200)))
                }
            }
            try await clock.sleep(for: .milliseconds(10))
            // The one that is first, one in the middle, and the last.
            for index in [1, 3, 5] { tasks[index].cancel() }
            for task in tasks { await task.value }
            return (order.elements, clock.now - start)
        }
        #expect(order == [0, 2, 4])
        #expect(passed == .seconds(2))
    }

    @Test func `are refused when too many wait`() throws {
        let error = try simulate { clock in
            var settings = GovernorSettings()
            settings.waitersMax = 2
            let governor = governor(
                clock, [.bucket(perSecond: 0.001, burst: 1)], settings: settings)
            _ = try await governor.turn(in: "bucket")
            let tasks = (0..<2).map { _ in
                Task(executorPreference: clock.executor) {
                    _ = try? await governor.turn(in: "bucket")
                }
            }
            try await clock.sleep(for: .milliseconds(1))
            defer { for task in tasks { task.cancel() } }
            do throws(APIError) {
                _ = try await governor.turn(in: "bucket")
                return APIError?.none
            } catch {
                return error
            }
        }
        #expect(error == .tooManyWaiting(bucket: "bucket"))
    }

    @Test func `go on when the clock is set back`() throws {
        let passed = try simulate { clock in
            let governor = governor(clock, [.window(requests: 1, length: .seconds(10))])
            let server = LimitedServer([], clock: clock, latencyMax: .zero)
            _ = await run(1, workers: 1, on: server, clock: clock, governor: governor)
            clock.set(by: .seconds(-3600))
            return await run(1, workers: 1, on: server, clock: clock, governor: governor)
        }
        #expect(passed == .seconds(10))
    }

    @Test func `come earlier when a limit turns out to be wider`() throws {
        let passed = try simulate { clock in
            let governor = governor(clock, [.window(requests: 1, length: .seconds(3600))])
            let server = LimitedServer([], clock: clock, latencyMax: .zero)
            let start = clock.now
            let task = Task(executorPreference: clock.executor) {
                _ = await run(2, workers: 1, on: server, clock: clock, governor: governor)
            }
            try await clock.sleep(for: .seconds(5))
            governor.learn(
                "bucket", [.window(requests: 10, length: .seconds(3600))], from: .claims)
            await task.value
            return clock.now - start
        }
        #expect(passed == .seconds(5))
    }
}
