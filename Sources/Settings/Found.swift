import Catalog
import Foundation

/// The text of a setting and where it stands, to be read as what it should be.
struct Found {
    let text: String
    let place: Place

    /// The text, if it is not blank and has no odd characters.
    func plainText(charactersMax: Int = 300) throws(SettingsError) -> String {
        let isBlank = text.allSatisfy(\.isWhitespace)
        guard !isBlank, text.visible == text, text.count <= charactersMax else {
            throw place.expected(
                "a text of 1 to \(charactersMax) characters on one line", found: text.quoted)
        }
        return text
    }

    func wholeNumber(_ range: ClosedRange<Int>) throws(SettingsError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw place.expected(
                "a whole number from \(range.lowerBound) to \(range.upperBound)",
                found: text.quoted)
        }
        return number
    }

    /// A number for which a condition holds that `expected` puts in words.
    func number(
        _ expected: String, where holds: (Double) -> Bool
    ) throws(SettingsError) -> Double {
        guard let number = Self.decimal(text), holds(number) else {
            throw place.expected(expected, found: text.quoted)
        }
        return number
    }

    /// One of the words that the type's cases stand for.
    func choice<Choice: RawRepresentable<String>>(
        of allowed: [Choice]
    ) throws(SettingsError) -> Choice {
        guard let choice = allowed.first(where: { $0.rawValue == text }) else {
            throw place.unknown(text, among: allowed.map(\.rawValue), are: "Allowed are")
        }
        return choice
    }

    /// A duration with its unit: `500ms`, `10s`, `2.5h`.
    func duration(_ range: ClosedRange<Duration>) throws(SettingsError) -> Duration {
        let units = ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
        let unit = String(text.reversed().prefix { $0.isLetter }.reversed())
        guard let milliseconds = units[unit],
            let number = Self.decimal(String(text.dropLast(unit.count))),
            let duration = Duration(milliseconds: number * Double(milliseconds)),
            range.contains(duration)
        else {
            throw place.expected(
                "a duration from \(Int(range.lowerBound.inSeconds))s to "
                    + "\(Int(range.upperBound.inSeconds))s, such as 30s, 15m, 24h or 7d",
                found: text.quoted)
        }
        return duration
    }

    /// A secret; no error shows it.
    func secret() throws(SettingsError) -> Secret {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw place.error(
                "expected a secret of visible ASCII characters on one line",
                hint: "Copy it again from where it was issued.")
        }
        return Secret(trimmed)
    }

    /// The number of a text of digits with one point at most; not what only programs write.
    static func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || ".-+".utf8.contains($0) })
        else { return nil }
        return Double(text)
    }
}

extension Duration {
    fileprivate init?(milliseconds: Double) {
        guard milliseconds.magnitude < 1e12 else { return nil }
        self = .microseconds(Int((milliseconds * 1000).rounded()))
    }
}
