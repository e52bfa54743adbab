/// Text of a remote system, made fit to be shown: it may be hostile, and it may echo a secret.
package enum ServerText {
    /// One short line: no control or formatting characters, blanks run together, words that are too
    /// long to be words (tokens, keys, data) cut.
    package static func excerpt(_ text: String, charactersMax: Int = 200) -> String {
        let visible = text.unicodeScalars.prefix(charactersMax * 8).map { scalar -> Character in
            isVisible(scalar) ? Character(scalar) : " "
        }
        let words = String(visible).split(separator: " ").map { word in
            word.count > wordMax ? "\(word.prefix(8))…" : String(word)
        }
        let line = words.joined(separator: " ")
        return line.count > charactersMax ? "\(line.prefix(charactersMax - 1))…" : line
    }

    // Longer than an id of a remote system, shorter than any token or secret of theirs.
    private static let wordMax = 48

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            false
        default: true
        }
    }
}
