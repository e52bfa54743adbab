/// The named formats of text that the specifications use.
enum TextFormat {
    static func fits(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date": isDate(text[...])
        case "date-time":
            text.wholeMatch(
                of: /(.{10})[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d\d:\d\d)/
            ).map { isDate($0.1) } ?? false
        case "email": text.wholeMatch(of: /[^@\s]+@[^@\s]+/) != nil
        case "uuid":
            text.wholeMatch(of: /[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/) != nil
        // Sizes of numbers, and bytes, say nothing about text.
        default: true
        }
    }

    private static func isDate(_ text: Substring) -> Bool {
        guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/), let year = Int(match.1),
            let month = Int(match.2), let day = Int(match.3), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }
}
