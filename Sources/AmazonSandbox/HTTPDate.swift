import Catalog

/// Times as the Date header writes them (RFC 9110 5.6.7): `Tue, 03 Mar 2026 08:30:00 GMT`.
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ instant: Instant) -> String {
        // 1970-01-01 was a Thursday.
        let weekday = (max(0, instant.seconds) / 86_400 + 4) % 7
        let text = instant.description
        let parts = text.prefix(10).split(separator: "-")
        let month = months[(Int(parts[1]) ?? 1) - 1]
        let time = text.dropFirst(11).prefix(8)
        return "\(days[weekday]), \(parts[2]) \(month) \(parts[0]) \(time) GMT"
    }
}
