package import Catalog
package import HTTP

extension HTTPDate {
    /// As headers write it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 5.6.7).
    package static func written(_ instant: Instant) -> String {
        // 1970-01-01 was a Thursday; the sandbox's times are later.
        let weekday = weekdays[max(0, instant.seconds) / 86_400 % 7]
        let text = instant.description
        let date = instant.date.split(separator: "-")
        let month = months[(Int(date[1]) ?? 1) - 1]
        return "\(weekday), \(date[2]) \(month) \(date[0]) \(text.dropFirst(11).prefix(8)) GMT"
    }

    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
