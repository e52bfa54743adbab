package import Catalog

/// Dates as HTTP headers write them (RFC 9110 5.6.7): the form of today and both obsolete ones.
package enum HTTPDate {
    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
    /// `Sun Nov  6 08:49:37 1994`; nil when it is none of them.
    package static func parse(_ text: String) -> Instant? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        switch words.count {
        case 6 where words[5] == "GMT" || words[5] == "UTC":
            return instant(year: words[3], month: words[2], day: words[1], time: words[4])
        case 5: return instant(year: words[4], month: words[1], day: words[2], time: words[3])
        default: return nil
        }
    }

    private static func instant(year: String, month: String, day: String, time: String) -> Instant?
    {
        guard let year = Int(year), let day = Int(day), (0...9999).contains(year),
            let month = months.firstIndex(of: month.lowercased())
        else { return nil }
        // Two digits: what would lie more than 50 years ahead is past; this holds until 2076.
        let fullYear = year >= 100 ? year : year + (year < 76 ? 2000 : 1900)
        return Instant("\(pad(fullYear, 4))-\(pad(month + 1, 2))-\(pad(day, 2))T\(time)Z")
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
