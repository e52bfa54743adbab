import Catalog
import HTTP
import HTTPTypes
import Testing

@Suite struct `Retry-After` {
    @Test(arguments: [
        ("120", RetryAfter.seconds(120)), ("0", .seconds(0)), (" 7 ", .seconds(7)),
        ("0.25", .seconds(0.25)), ("1089.492s", .seconds(1089.492)), ("5s", .seconds(5)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", .date(Instant(seconds: 784_111_777))),
        ("Sunday, 06-Nov-94 08:49:37 GMT", .date(Instant(seconds: 784_111_777))),
        ("Sun Nov  6 08:49:37 1994", .date(Instant(seconds: 784_111_777))),
    ])
    func `is read in all its forms`(text: String, expected: RetryAfter) {
        #expect(RetryAfter(text) == expected)
    }

    @Test(arguments: [
        "", "soon", "-5", "1e3", "0x10", "NaN", "inf", "1.2.3", "s", "Sun, 06 Nov 1994",
        "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 40 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 99999 08:49:37 GMT", ", , , , , GMT",
    ])
    func `is nothing when it is none of them`(text: String) {
        #expect(RetryAfter(text) == nil)
    }

    private static let now = Instant(seconds: 784_111_777)

    @Test(arguments: [
        (RetryAfter.seconds(1.5), nil, Duration.milliseconds(1500)),
        (.seconds(2400), nil, .seconds(2400)),
        (.seconds(1e300), nil, RetryAfter.delayMax),
        (.date(now + .seconds(90)), nil, .seconds(90)),
        (.date(now + .seconds(-90)), nil, .zero),
        (.date(now + .seconds(90)), now + .seconds(60), .seconds(30)),
        (.date(now + .seconds(10_000_000)), nil, RetryAfter.delayMax),
    ])
    func `gives a bounded wait`(value: RetryAfter, serverDate: Instant?, expected: Duration) {
        #expect(value.delay(now: Self.now, serverDate: serverDate) == expected)
    }

    @Test func `stands in an answer's header`() {
        let response = Response(429, headers: [.retryAfter: "12"])
        #expect(RetryAfter(response) == .seconds(12))
        #expect(RetryAfter(Response(429)) == nil)
    }
}
