import Yams

/// YAML text to nodes, with bounds: a small file must not cost much.
enum YAMLDocument {
    /// The root of the one document; nil for an empty one.
    static func root(of text: String, file: String) throws(SettingsError) -> Node? {
        try refuseManyAliases(text, file: file)
        do {
            // The encoding is given since Yams would look for it in the environment.
            return try compose(yaml: text, .default, .default, .utf8)
        } catch let error as YamlError {
            throw readable(error, file: file, text: text)
        } catch {
            throw SettingsError(file: file, what: "the file cannot be read as YAML", hint: advice)
        }
    }

    /// A few aliases cannot multiply to much, however they nest; many can.
    ///
    /// Each alias repeats what its anchor holds, and comparing keys walks all of it. More is
    /// counted here than there is: asterisks in texts, but none of comments.
    private static func refuseManyAliases(_ text: String, file: String) throws(SettingsError) {
        let aliasesMax = 12
        var count = 0
        for (index, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let isComment = line.first { !$0.isWhitespace } == "#"
            count +=
                isComment ? 0 : zip(line, line.dropFirst()).count { $0 == "*" && !$1.isWhitespace }
            guard count <= aliasesMax else {
                throw SettingsError(
                    file: file, line: index + 1,
                    what: "there are more than \(aliasesMax) aliases (names after an asterisk)",
                    hint: "Write out what they stand for.")
            }
        }
    }

    private static let advice =
        "Indent with blanks, never tabs, and put a text with a colon or a # in quotes."

    /// The problem and its line only: Yams' own description shows the line's text, and that may be
    /// a secret.
    private static func readable(_ error: YamlError, file: String, text: String) -> SettingsError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return SettingsError(
                file: file, line: mark.line, what: "this is not YAML: \(problem)", hint: advice)
        case .composer(let context, let problem, let mark, _):
            let whole = [context?.text, problem].compactMap(\.self).joined(separator: " ")
            return SettingsError(
                file: file, line: mark.line, what: "this is not YAML: \(whole)", hint: advice)
        case .reader(let problem, let offset, _, _):
            let line = offset.map { text.prefix($0).count(where: \.isNewline) + 1 }
            return SettingsError(
                file: file, line: line, what: "this is not YAML: \(problem)", hint: advice)
        case .duplicatedKeysInMapping(let keys, let context):
            return SettingsError(
                file: file, line: context.mark.line,
                what: "\(keys.first.map(\.quoted) ?? "a key") stands there twice",
                hint: "Remove one of them.")
        default:
            return SettingsError(
                file: file, what: "the file cannot be read as YAML", hint: advice)
        }
    }
}
