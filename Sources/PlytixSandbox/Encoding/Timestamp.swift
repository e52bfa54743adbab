import Catalog

extension Instant {
    /// As version 1 writes it: `2019-01-28T12:20:57.341000+00:00`.
    var withOffset: String { description.dropLast() + "+00:00" }
    /// As version 2 reads it: `2024-11-13T11:20:30.578000`.
    var withoutOffset: String { String(description.dropLast()) }

    /// As HTTP headers have it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
    var httpDate: String {
        let text = Array(description)
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        // 1970-01-01 was a Thursday.
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        let month = Int(String(text[5..<7])) ?? 1
        return "\(weekdays[((day % 7) + 7) % 7]), \(String(text[8..<10])) \(months[month - 1]) "
            + "\(String(text[0..<4])) \(String(text[11..<19])) GMT"
    }
}
