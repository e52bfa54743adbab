/// A value as a cell of a CSV file that people open in a spreadsheet.
///
/// A spreadsheet runs what begins like a formula, and a title may: `=HYPERLINK(…)`. Such a value
/// gets an apostrophe in front, which spreadsheets take for "this is text", and which reading it
/// back takes off again.
package enum SpreadsheetCell {
    /// The cell, in quotes where it needs them (RFC 4180).
    package static func text(_ value: String) -> String {
        let harmless = isRun(value) || isMarked(value) ? "'\(value)" : value
        let needsQuotes = harmless.unicodeScalars.contains {
            "\",;\n\r\t".unicodeScalars.contains($0)
        }
        guard needsQuotes || harmless != value else { return harmless }
        // By scalars: a quote with an accent on it is a quote to whoever reads the file.
        var cell = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in harmless.unicodeScalars {
            cell.append(scalar)
            if scalar == "\"" { cell.append(scalar) }
        }
        cell.append("\"")
        return String(cell)
    }

    /// The value of a cell whose quotes are off already.
    package static func value(_ cell: String) -> String {
        isMarked(cell) ? String(cell.dropFirst()) : cell
    }

    /// Whether it begins like a formula, as it is or behind white space, in any width of letters.
    private static func isRun(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first else { return false }
        if first == "\t" || first == "\r" || first == "\n" { return true }
        let start = value.unicodeScalars.first { !$0.properties.isWhitespace }
        return start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    /// Whether an apostrophe stands before something that would be run, or before another mark.
    private static func isMarked(_ value: String) -> Bool {
        guard value.unicodeScalars.first == "'" else { return false }
        let rest = String(value.unicodeScalars.dropFirst())
        return isRun(rest) || isMarked(rest)
    }
}
