import Catalog
import Foundation

/// Times of the day and zones.
extension Found {
    /// Hours of the day as `LimitSettings.writeHours` has them: `22-6`, `09:00-17:00`.
    func hours() throws(SettingsError) -> ClosedRange<Int> {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { Self.fullHour($0.trimmingCharacters(in: .whitespaces)) }
        guard ends.count == 2, let from = ends[0], let to = ends[1], (0...23).contains(from),
            (0...24).contains(to), from != to
        else {
            throw place.expected("full hours, such as 22-6 or 09:00-17:00", found: text.quoted)
        }
        return from < to ? from...to - 1 : from...to + 23
    }

    /// How far east of Greenwich a zone is at a time: an IANA name, `Z` or `+02:00`.
    func zoneOffset(at now: Instant) throws(SettingsError) -> Duration {
        if text == "UTC" || text == "Z" { return .zero }
        if let offset = Self.fixedOffset(text) { return offset }
        let date = Date(timeIntervalSince1970: Double(now.seconds))
        guard let zone = TimeZone(identifier: text) else {
            let meant = Spelling.nearest(to: text, among: TimeZone.knownTimeZoneIdentifiers)
            throw place.error(
                "\(text.quoted) is no time zone that this machine knows",
                hint: (meant.map { "Did you mean \($0)? " } ?? "")
                    + "Write an IANA name such as Europe/Berlin, or an offset such as +02:00.")
        }
        return .seconds(zone.secondsFromGMT(for: date))
    }

    private static func fullHour(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 1 || (parts.count == 2 && parts[1] == "00"),
            (1...2).contains(parts[0].utf8.count)
        else { return nil }
        return Int(parts[0])
    }

    private static func fixedOffset(_ text: String) -> Duration? {
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, "+-".contains(sign), parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 }), let hours = Int(parts[0]),
            let minutes = Int(parts[1]), (0...14).contains(hours), (0...59).contains(minutes)
        else { return nil }
        let offset = Duration.seconds(hours * 3600 + minutes * 60)
        return sign == "+" ? offset : .zero - offset
    }
}
