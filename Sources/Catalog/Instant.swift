/// A point in time: whole microseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Sendable, Comparable {
    package let microseconds: Int

    package init(microseconds: Int) { self.microseconds = microseconds }
    package init(seconds: Int) { self.microseconds = seconds * 1_000_000 }

    package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }
    package static func + (a: Instant, b: Duration) -> Instant {
        Instant(microseconds: a.microseconds + b.wholeMicroseconds)
    }
    package static func - (a: Instant, b: Instant) -> Duration {
        .microseconds(a.microseconds - b.microseconds)
    }
    /// Whole seconds since 1970, rounded down.
    package var seconds: Int { (microseconds - microseconds.modulo(1_000_000)) / 1_000_000 }
}

extension Duration {
    /// The duration in microseconds, what is finer cut off.
    package var wholeMicroseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
    package var inSeconds: Double { Double(wholeMicroseconds) / 1_000_000 }
}

extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC with microseconds: `2026-03-01T08:30:00.000000Z`.
    package var description: String {
        let day = (seconds - seconds.modulo(86_400)) / 86_400
        let (year, month, dayOfMonth) = Self.civil(day)
        let second = seconds.modulo(86_400)
        let fraction = microseconds.modulo(1_000_000)
        return
            "\(year.padded(4))-\(month.padded(2))-\(dayOfMonth.padded(2))T\((second / 3600).padded(2)):\((second / 60 % 60).padded(2)):\((second % 60).padded(2)).\(fraction.padded(6))Z"
    }
    /// The same to the second: `2026-03-01T08:30:00Z`.
    package var shortDescription: String { description.prefix(19) + "Z" }
    /// The date in UTC: `2026-03-01`.
    package var date: String { String(description.prefix(10)) }

    /// Reads ISO 8601: a date, or a date and time with `Z` or without a zone (then UTC) or with
    /// an offset such as `+02:00`; nil when it is none of these.
    package init?(_ text: String) {
        let characters = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= characters.count,
                characters[range].allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            return Int(String(decoding: characters[range], as: UTF8.self))
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            characters[4] == 0x2D, characters[7] == 0x2D, (1...12).contains(month),
            (1...31).contains(day), Self.civil(Self.days(year, month, day)).day == day
        else { return nil }
        var micros = Self.days(year, month, day) * 86_400_000_000
        var index = 10
        if index < characters.count {
            guard characters[index] == 0x54 || characters[index] == 0x20,
                let hour = number(11..<13), let minute = number(14..<16), characters[13] == 0x3A,
                hour < 24, minute < 60
            else { return nil }
            var second = 0
            index = 16
            if index < characters.count, characters[index] == 0x3A {
                guard let value = number(17..<19), value < 61 else { return nil }
                second = value
                index = 19
            }
            micros += (hour * 3600 + minute * 60 + second) * 1_000_000
            if index < characters.count, characters[index] == 0x2E {
                var digits = 0
                index += 1
                var scale = 100_000
                while index < characters.count, let digit = number(index..<index + 1) {
                    micros += digit * scale
                    scale /= 10
                    digits += 1
                    index += 1
                }
                guard digits > 0 else { return nil }
            }
            guard let offset = Self.offset(characters[index...]) else { return nil }
            micros -= offset * 60_000_000
        }
        // An offset can lead out of the years that have four digits.
        guard Self.written.contains(micros) else { return nil }
        self.init(microseconds: micros)
    }

    /// Minutes east of Greenwich: nothing, `Z`, `+02`, `+0200` or `+02:00`; nil for anything else.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        guard let sign = zone.first, zone != [0x5A] else { return 0 }
        var digits = Array(zone.dropFirst())
        if digits.count == 5, digits[2] == 0x3A { digits.remove(at: 2) }
        guard sign == 0x2B || sign == 0x2D, digits.count == 2 || digits.count == 4,
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } * (digits.count == 2 ? 100 : 1)
        guard number / 100 < 24, number % 100 < 60 else { return nil }
        return (sign == 0x2B ? 1 : -1) * (number / 100 * 60 + number % 100)
    }

    /// Microseconds that have a written form: the years from 0 to 9999.
    private static let written =
        days(0, 1, 1) * 86_400_000_000..<days(10_000, 1, 1) * 86_400_000_000

    // Days since 1970 and the proleptic Gregorian calendar (Howard Hinnant's algorithm).
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let days = days + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }
}

extension Int {
    func modulo(_ divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
    func padded(_ width: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, width - text.count)) + text
    }
}
