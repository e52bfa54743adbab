import Catalog
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Points in time` {
    static let read: [(String, String)] = [
        ("2026-03-01", "2026-03-01T00:00:00.000000Z"),
        ("2026-03-01T08:30:00Z", "2026-03-01T08:30:00.000000Z"),
        ("2026-03-01T08:30:00", "2026-03-01T08:30:00.000000Z"),
        ("2026-03-01 08:30:00", "2026-03-01T08:30:00.000000Z"),
        ("2026-03-01T08:30", "2026-03-01T08:30:00.000000Z"),
        ("2026-03-01T08:30Z", "2026-03-01T08:30:00.000000Z"),
        ("2026-03-01T08:30:00.5Z", "2026-03-01T08:30:00.500000Z"),
        ("2026-03-01T08:30:00.123456Z", "2026-03-01T08:30:00.123456Z"),
        ("2026-03-01T08:30:00.123456789Z", "2026-03-01T08:30:00.123456Z"),
        ("2026-03-01T08:30:00.000001", "2026-03-01T08:30:00.000001Z"),
        ("2026-03-01T08:30:00+02:00", "2026-03-01T06:30:00.000000Z"),
        ("2026-03-01T08:30:00-05:30", "2026-03-01T14:00:00.000000Z"),
        ("2026-03-01T08:30:00+0200", "2026-03-01T06:30:00.000000Z"),
        ("2026-03-01T08:30:00+02", "2026-03-01T06:30:00.000000Z"),
        ("2026-03-01T00:30:00+14:00", "2026-02-28T10:30:00.000000Z"),
        ("2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00.000000Z"),
        ("2026-03-01T08:30:00.25-00:00", "2026-03-01T08:30:00.250000Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000Z"),
        ("2024-02-29", "2024-02-29T00:00:00.000000Z"),
        ("2000-02-29T23:59:59.999999Z", "2000-02-29T23:59:59.999999Z"),
        ("1970-01-01", "1970-01-01T00:00:00.000000Z"),
        ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
        ("1600-02-29", "1600-02-29T00:00:00.000000Z"),
        ("0001-01-01", "0001-01-01T00:00:00.000000Z"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000000Z"),
    ]

    @Test(arguments: read)
    func `ISO 8601 is read, and written in UTC`(text: String, written: String) {
        #expect(Instant(text)?.description == written)
    }

    @Test(arguments: [
        "", "2026", "2026-03", "2026-3-1", "26-03-01", "2026-03-01T", "2026-03-01T08",
        "2026-03-01T8:30",
        "2026-03-01T08:30:", "2026-03-01T08:30:0", "2026-03-01T08:30:00.", "2026-03-01T08:30:00.Z",
        "2026-03-01T08:30:00z", "2026-03-01T08:30:00ZZ", "2026-03-01T08:30:00 Z",
        "2026-03-01T08:30:00+", "2026-03-01T08:30:00+2", "2026-03-01T08:30:00+02:",
        "2026-03-01T08:30:00+02:0", "2026-03-01T08:30:00+02:000", "2026-03-01T08:30:00+02:00Z",
        "2026-03-01T08:30:00+02 00", "2026-03-01T08:30:00+24:00", "2026-03-01T08:30:00+02:60",
        "2026-03-01T24:00:00Z", "2026-03-01T08:60:00Z", "2026-03-01T08:30:61Z", "2026-00-01",
        "2026-13-01", "2026-03-00", "2026-03-32", "2026-02-29", "2026-02-30", "2026-04-31",
        "1900-02-29", "2026/03/01", "2026-03-01X08:30:00", "２026-03-01", "-026-03-01",
        "2026-03-01é",
        "+2026-03-01", "today", "1772353800", "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
    ])
    func `anything else is no point in time`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(arguments: Seeds.first(20))
    func `what is written is read again`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // From the year 1 to the year 9999.
        for _ in 0..<500 {
            let seconds = random.number(in: -62_135_596_800...253_402_300_799)
            let instant = Instant(microseconds: seconds * 1_000_000 + random.below(1_000_000))
            #expect(Instant(instant.description) == instant)
            #expect(Instant(instant.shortDescription) == Instant(seconds: seconds))
            #expect(instant.seconds == seconds)
            #expect(Instant(instant.date).map { $0 <= instant } == true)
        }
    }

    @Test func `each day follows the one before`() {
        var day = Instant(seconds: -1_000 * 86_400)
        for _ in 0..<4_000 {
            let next = day + .seconds(86_400)
            #expect(day.date < next.date)
            #expect(Instant(next.date) == next)
            day = next
        }
    }

    @Test func `times are compared and counted with`() {
        let start = Instant(seconds: 1_772_353_800)
        #expect(start < start + .microseconds(1))
        #expect(start + .milliseconds(1_500) - start == .milliseconds(1_500))
        #expect(start - (start + .seconds(3)) == .seconds(-3))
        #expect(Duration.nanoseconds(1_999).wholeMicroseconds == 1)
        #expect(Duration.milliseconds(2_500).inSeconds == 2.5)
        #expect(start.shortDescription == "2026-03-01T08:30:00Z")
        #expect(start.date == "2026-03-01")
        #expect(Instant(microseconds: -1).seconds == -1)
        #expect(Instant(microseconds: -1_000_000).seconds == -1)
    }

    @Test func `ids of runs sort by their start`() {
        let start = Instant(seconds: 1_772_353_800)
        let ids = [
            RunID(start: start, random: 0), RunID(start: start, random: 0x1F2E3D),
            RunID(start: start + .seconds(1), random: 0xFF00_0000),
            RunID(start: start + .seconds(86_400), random: 7),
        ]
        #expect(
            ids.map(\.text) == [
                "20260301T083000Z-000000", "20260301T083000Z-1f2e3d", "20260301T083001Z-000000",
                "20260302T083000Z-000007",
            ])
        #expect(ids.shuffled().sorted() == ids)
    }
}
