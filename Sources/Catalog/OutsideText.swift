/// Text that somebody else wrote, made fit for a terminal: a title may hold anything, and a
/// terminal obeys what it does not show.
///
/// Hidden are control characters (a BEL, an ESC that moves the cursor, C1 controls, a NUL), those
/// that change the direction of writing or join what stands beside them, and line ends of any kind.
package enum OutsideText {
    /// One line, with U+FFFD for each character that does not show itself.
    package static func shown(_ text: String) -> String {
        replacing(text) { isHidden($0) ? replacement : nil }
    }

    /// The same for a text of several lines, whose line feeds stay.
    package static func shownLines(_ text: String) -> String {
        replacing(text) { isHidden($0) && $0 != "\n" ? replacement : nil }
    }

    /// A JSON text with such characters escaped as `\u202e`, and so of the same value.
    ///
    /// A valid text has them in strings only, but for line feeds between its parts, which stay.
    package static func shownJSON(_ text: String) -> String {
        replacing(text) { isHidden($0) && $0 != "\n" ? escape($0) : nil }
    }

    private static let replacement = "\u{FFFD}"

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }

    private static func replacing(
        _ text: String, _ change: (Unicode.Scalar) -> String?
    ) -> String {
        // Nearly all text is plain.
        guard text.unicodeScalars.contains(where: { change($0) != nil }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let changed = change(scalar) {
                result.append(contentsOf: changed.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        scalar.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
