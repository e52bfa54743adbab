/// What is wrong with a setting, where it stands, and what to do about it.
package struct SettingsError: Error, Hashable, Sendable {
    /// The file as the user named it; nil when the setting is none of a file.
    package let file: String?
    /// Counted from 1; nil when the whole file is meant.
    package let line: Int?
    /// What is wrong, as a sentence without its full stop.
    package let what: String
    /// What to do next, as whole sentences.
    package let hint: String

    /// Characters that a terminal would obey are shown as `?`: files are not to be trusted.
    package init(file: String? = nil, line: Int? = nil, what: String, hint: String) {
        self.file = file?.visible
        self.line = line
        self.what = what.visible
        self.hint = hint.visible
    }
}

extension SettingsError: CustomStringConvertible {
    /// Place, fault and advice on one line, as in `plysync.yaml:12: plytix.gallery: …`.
    package var description: String {
        var place = ""
        if let file { place = line.map { "\(file):\($0): " } ?? "\(file): " }
        return "\(place)\(what). \(hint)"
    }
}

extension String {
    /// The text with characters that do not show themselves replaced by question marks.
    var visible: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
                        .privateUse, .unassigned:
                        "?"
                    default: scalar
                    }
                }))
    }

    /// The text in quotes for an error, long ones cut.
    var quoted: String { count > 60 ? "\"\(prefix(60))…\"" : "\"\(self)\"" }
}
