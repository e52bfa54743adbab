/// A file of secrets: names and values as YAML, as JSON, or as `NAME=value` lines.
///
/// Other names than those that are asked for are left alone, so that a file may serve others too.
struct CredentialsFile {
    private let name: String
    private let values: [String: Found]

    /// Reads a file that only its owner may read; throws for any other.
    init(at path: String) throws(SettingsError) {
        guard let file = try SettingsFile(at: path, name: path) else {
            throw SettingsError(
                file: path, what: "there is no such file",
                hint: "Make the file, or remove credentials_file.")
        }
        try file.refuseUnlessPrivate()
        name = file.name
        if let lines = try Self.lines(of: file) {
            values = lines
        } else {
            values = try Self.document(of: file)
        }
    }

    /// The secret of a setting's name, or else of its environment variable's.
    func secret(_ key: String, variable: String?) throws(SettingsError) -> Secret {
        let names = [key] + [variable].compactMap(\.self)
        guard let found = names.compactMap({ values[$0] }).first else {
            let present = values.keys.sorted()
            let meant = names.compactMap { Spelling.nearest(to: $0, among: present) }.first
            throw SettingsError(
                file: name, what: "\(key) is missing",
                hint: meant.map { "Is it meant by \($0)?" } ?? "Add it to the file.")
        }
        return try found.secret()
    }

    private static func document(of file: SettingsFile) throws(SettingsError) -> [String: Found] {
        let node = try YAMLDocument.root(of: file.text, file: file.name)
        let place = Place("", .file(file.name, line: nil))
        return try Section(node, at: place, ledger: KeyLedger()).allTexts()
    }

    /// Nil unless the first line that says anything is one of `NAME=value`.
    private static func lines(of file: SettingsFile) throws(SettingsError) -> [String: Found]? {
        var values: [String: Found] = [:]
        for (index, line) in file.text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            var line = line.drop(while: \.isWhitespace)
            guard let first = line.first, first != "#" else { continue }
            if line.hasPrefix("export ") { line = line.dropFirst("export ".count) }
            let equals = line.firstIndex(of: "=") ?? line.endIndex
            let name = String(line[..<equals])
            guard equals < line.endIndex, EnvironmentVariable.isName(name) else {
                if values.isEmpty { return nil }
                throw SettingsError(
                    file: file.name, line: index + 1, what: "expected NAME=value",
                    hint:
                        "Write one name with its value a line, and comments on lines of their own.")
            }
            let value = unquoted(line[equals...].dropFirst())
            values[name] = Found(text: value, place: Place(name, .file(file.name, line: index + 1)))
        }
        return values.isEmpty ? nil : values
    }

    private static func unquoted(_ value: Substring) -> String {
        let trimmed = value.reversed().drop(while: \.isWhitespace).reversed()
        guard trimmed.count >= 2, let first = trimmed.first, first == trimmed.last,
            "\"'".contains(first)
        else { return String(trimmed) }
        return String(trimmed.dropFirst().dropLast())
    }
}
