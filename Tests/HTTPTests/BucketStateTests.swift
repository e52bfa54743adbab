import Catalog
import Testing

@testable import HTTP

private let start = Instant(seconds: 1_772_352_000)
private func at(_ seconds: Double) -> Instant { start + .microseconds(Int(seconds * 1_000_000)) }

private func bucket(_ limits: [RateLimit], reserve: Double = 0) -> BucketState {
    var state = BucketState(name: "bucket", settings: GovernorSettings())
    state.expect(limits, reserve: reserve)
    return state
}

extension BucketState {
    /// One task asks; when it may send, it is answered at once or as said.
    fileprivate mutating func ask(
        _ ticket: Int, at now: Instant, _ outcome: Outcome? = .answered
    ) -> Step {
        if !queue.contains(ticket) { _ = enter(ticket) }
        let step = step(ticket, at: now)
        if step == .send, let outcome {
            _ = finish(ticket, outcome, at: now, unit: 0.5)
        }
        return step
    }
}

@Suite struct `A bucket` {
    @Test func `lets the first one go and the second one queue`() {
        var state = bucket([.bucket(perSecond: 1, burst: 1)])
        #expect(state.enter(1) && state.enter(2))
        #expect(state.step(2, at: at(0)) == .queue)
        #expect(state.step(1, at: at(0)) == .send)
        #expect(state.first == 2)
        #expect(state.step(2, at: at(0.25)) == .wait(until: at(1), why: .pace))
        #expect(state.step(2, at: at(1)) == .send)
    }

    @Test(arguments: [1.0, 2e-300, 1e300])
    func `takes any numbers that a server may announce`(perSecond: Double) {
        var state = bucket([
            .window(requests: .max, length: .seconds(10)),
            .bucket(perSecond: perSecond, burst: .max),
        ])
        #expect(state.ask(1, at: at(0), .refused(retryAfter: nil, isWhole: true)) == .send)
        #expect(state.opening(at: at(0)).0 >= at(0))
    }

    @Test func `of unknown phase opens when the oldest answer is a window ago`() {
        var state = bucket([.window(requests: 2, length: .seconds(10))])
        #expect(state.ask(1, at: at(0)) == .send)
        #expect(state.ask(2, at: at(4)) == .send)
        let why = LongWait.Reason.quota(requests: 2, length: .seconds(10))
        #expect(state.ask(3, at: at(5)) == .wait(until: at(10), why: why))
        #expect(state.ask(3, at: at(10)) == .send)
        #expect(state.ask(4, at: at(10)) == .wait(until: at(14), why: why))
    }

    @Test func `counts what is under way as if it arrived last`() {
        var state = bucket([.window(requests: 2, length: .seconds(10))])
        #expect(state.ask(1, at: at(0), nil) == .send)
        #expect(state.ask(2, at: at(0), nil) == .send)
        let why = LongWait.Reason.quota(requests: 2, length: .seconds(10))
        #expect(state.ask(3, at: at(1)) == .wait(until: at(11), why: why))
        _ = state.finish(1, .answered, at: at(2), unit: 0)
        #expect(state.ask(3, at: at(11)) == .wait(until: at(12), why: why))
        _ = state.finish(2, .notSent, at: at(11), unit: 0)
        #expect(state.ask(3, at: at(11)) == .send)
    }

    @Test(arguments: [
        // Retry-After, the length it is about, and until when nothing leaves.
        (Duration.seconds(4), Duration.seconds(10), 4.0), (.seconds(10), .seconds(10), 10),
        (.seconds(11), .seconds(3600), 11), (.seconds(2400), .seconds(3600), 2400),
    ])
    func `learns from a refusal which window is full, and until when`(
        wait: Duration, length: Duration, end: Double
    ) {
        var state = bucket([
            .window(requests: 50, length: .seconds(10)),
            .window(requests: 5000, length: .seconds(3600)),
        ])
        _ = state.enter(1)
        #expect(state.step(1, at: at(0)) == .send)
        let effects = state.finish(
            1, .refused(retryAfter: wait, isWhole: true), at: at(0), unit: 0)
        #expect(effects.observation?.resetsAt == at(end))
        let announced = state.announced.filter {
            if case .window(_, length) = $0 { true } else { false }
        }
        #expect(effects.observation?.limits == announced)
        #expect(state.ask(2, at: at(0)) == .wait(until: at(end), why: .refused))
        #expect(state.ask(2, at: at(end)) == .send)
    }

    @Test func `takes the longer window for the full one when that is what we have filled`() {
        var state = bucket([
            .window(requests: 50, length: .seconds(10)),
            .window(requests: 4, length: .seconds(3600)),
        ])
        for ticket in 1...3 { _ = state.ask(ticket, at: at(Double(ticket) * 60)) }
        #expect(state.ask(4, at: at(240), nil) == .send)
        let effects = state.finish(
            4, .refused(retryAfter: .seconds(5), isWhole: true), at: at(240), unit: 0)
        #expect(effects.observation?.limits == [.window(requests: 4, length: .seconds(3600))])
        #expect(state.ask(5, at: at(245)) == .send)
    }

    @Test func `of known phase opens anew at each boundary, and only there`() {
        var state = bucket([.window(requests: 2, length: .seconds(10))])
        _ = state.ask(1, at: at(0), .refused(retryAfter: .seconds(5), isWhole: false))
        let why = LongWait.Reason.quota(requests: 2, length: .seconds(10))
        #expect(state.ask(2, at: at(5)) == .send)
        #expect(state.ask(3, at: at(14)) == .send)
        #expect(state.ask(4, at: at(14.5)) == .wait(until: at(15), why: why))
        #expect(state.ask(4, at: at(15)) == .send)
        #expect(state.ask(5, at: at(15)) == .send)
        #expect(state.ask(6, at: at(16)) == .wait(until: at(25), why: why))
        #expect(state.ask(6, at: at(1025)) == .send)
    }

    @Test func `several refusals of one moment are one`() {
        var state = bucket([.bucket(perSecond: 8, burst: 10)])
        for ticket in 1...4 { _ = state.ask(ticket, at: at(0), nil) }
        let effects = (1...4).map {
            state.finish($0, .refused(retryAfter: nil, isWhole: true), at: at(0.1), unit: 0)
        }
        #expect(effects.map { $0.observation != nil } == [true, false, false, false])
        #expect(state.pace?.pace == 0.5)
    }

    @Test func `waits longer with each refusal in a row that names no time`() {
        var state = bucket([.window(requests: 50, length: .seconds(10))])
        var now = at(0)
        var waits: [Duration] = []
        for ticket in 1...9 {
            _ = state.ask(ticket, at: now, .refused(retryAfter: nil, isWhole: true))
            let until = state.shutUntil ?? now
            waits.append(until - now)
            now = until + .seconds(1)
        }
        #expect(
            waits.map { Int($0.inSeconds) } == [11, 21, 41, 81, 161, 321, 641, 901, 901])
    }

    @Test func `assumes limits only until it is told`() {
        var state = bucket([.window(requests: 20, length: .seconds(10))])
        let claims: [RateLimit] = [.window(requests: 50, length: .seconds(10))]
        let learned = state.learn(claims, from: .claims)
        #expect(learned.observation?.limits == claims)
        #expect(learned.observation?.evidence == .claims)
        #expect(state.learn(claims, from: .claims).observation == nil)
        state.expect([.window(requests: 20, length: .seconds(10))], reserve: 0.5)
        #expect(state.announced == claims)
        #expect(state.windows.map(\.requests) == [25])
    }

    @Test(arguments: [(0.0, 50), (0.2, 40), (0.99, 1), (1.0, 1), (2.0, 1), (-1.0, 50)])
    func `leaves its reserve, but always one request`(reserve: Double, expected: Int) {
        let state = bucket([.window(requests: 50, length: .seconds(10))], reserve: reserve)
        #expect(state.windows.map(\.requests) == [min(expected, 50)])
    }

    @Test func `begins where an earlier run ended`() {
        var state = BucketState(name: "bucket", settings: GovernorSettings())
        let hour = RateLimit.window(requests: 2, length: .seconds(3600))
        state.recall(LimitObservation(bucket: "bucket", limits: [hour], evidence: .claims))
        state.recall(
            LimitObservation(
                bucket: "bucket", limits: [hour], evidence: .refusal, resetsAt: at(-7000)))
        state.expect([.window(requests: 1, length: .seconds(10))], reserve: 0)
        #expect(state.announced == [hour])
        _ = state.ask(1, at: at(0))
        _ = state.ask(2, at: at(0))
        // The hour ends at -7000 + 7200.
        let why = LongWait.Reason.quota(requests: 2, length: .seconds(3600))
        #expect(state.ask(3, at: at(1)) == .wait(until: at(200), why: why))
        #expect(state.learn([hour], from: .claims).observation == nil)
    }

    @Test func `moves with a clock that is set back`() {
        var state = bucket([.window(requests: 1, length: .seconds(10))])
        _ = state.ask(1, at: at(0), .refused(retryAfter: .seconds(30), isWhole: true))
        #expect(state.ask(2, at: at(-3600)) == .wait(until: at(-3570), why: .refused))
        #expect(state.ask(2, at: at(-3570)) == .send)
    }

    @Test func `remembers boundaries by the clock that was set, whatever limits come then`() {
        var state = bucket([.window(requests: 1, length: .seconds(10))])
        _ = state.ask(1, at: at(0), .refused(retryAfter: .seconds(5), isWhole: false))
        #expect(state.ask(2, at: at(-1003)) == .wait(until: at(-998), why: .refused))
        _ = state.learn([.window(requests: 2, length: .seconds(10))], from: .claims)
        #expect(state.ask(2, at: at(-998)) == .send)
        #expect(state.ask(3, at: at(-998)) == .send)
        let why = LongWait.Reason.quota(requests: 2, length: .seconds(10))
        #expect(state.ask(4, at: at(-993)) == .wait(until: at(-988), why: why))
    }
}
