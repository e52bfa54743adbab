import Catalog
import Testing

@testable import Settings

struct LimitSettingsTests {
    @Test(arguments: [
        (22...29, "2026-03-01T23:00:00Z", 0, 0),
        (22...29, "2026-03-01T05:59:59Z", 0, 0),
        (22...29, "2026-03-01T06:00:00Z", 0, 16 * 3600),
        (22...29, "2026-03-01T21:59:59Z", 0, 1),
        (22...29, "2026-03-01T20:00:00Z", 2, 0),
        (9...16, "2026-03-01T16:59:59Z", 0, 0),
        (9...16, "2026-03-01T17:00:00Z", 0, 16 * 3600),
        (9...16, "2026-03-01T08:30:00Z", 0, 1800),
        (9...16, "2026-03-01T02:00:00Z", -10, 0),
        (0...23, "2026-03-01T17:00:00Z", 0, 0),
        (9...16, "1969-12-31T08:00:00Z", 0, 3600),
    ])
    func `writing waits for its hours`(
        hours: ClosedRange<Int>, now: String, zone: Int, seconds: Int
    ) throws {
        var limits = LimitSettings()
        limits.writeHours = hours
        let wait = limits.untilWriting(
            from: try #require(Instant(now)), zoneOffset: .seconds(zone * 3600))
        #expect(wait == .seconds(seconds))
    }

    @Test func `without hours writing never waits`() {
        #expect(
            LimitSettings().untilWriting(from: Instant(seconds: 0), zoneOffset: .zero) == .zero)
    }

    @Test(arguments: [
        ("22-6", 22...29), ("09:00-17:00", 9...16), ("0-24", 0...23), ("22 - 0", 22...23),
        ("23-24", 23...23), ("6-5", 6...28),
    ])
    func `hours are read`(text: String, hours: ClosedRange<Int>) throws {
        let found = Found(text: text, place: Place("limits.write_hours", .flag))
        #expect(try found.hours() == hours)
    }
}
