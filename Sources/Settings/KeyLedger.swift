/// Which keys a file has, and which anybody asked for: the others are typing errors.
///
/// So the known settings are written once, where they are read. Used while one file is read, by
/// one task.
final class KeyLedger {
    private var known: [String: [String]] = [:]
    private var present: [(section: String, key: String, place: Place)] = []

    /// Somebody looked for the key of a section.
    func ask(_ key: String, of section: String) {
        guard known[section]?.contains(key) != true else { return }
        known[section, default: []].append(key)
    }

    /// The file has the key.
    func note(_ key: String, of section: String, at place: Place) {
        present.append((section, key, place))
    }

    /// Throws for the first key that nobody asked for; to be called when all has been read.
    func refuseUnknown() throws(SettingsError) {
        for entry in present {
            let keys = known[entry.section] ?? []
            guard !keys.contains(entry.key) else { continue }
            throw entry.place.error("there is no such setting", hint: hint(entry.key, keys))
        }
    }

    /// Full names of all that was asked for: `plytix.gallery`.
    var allKnown: [String] {
        known.flatMap { section, keys in
            keys.map { section.isEmpty ? $0 : "\(section).\($0)" }
        }.sorted()
    }

    private func hint(_ key: String, _ keys: [String]) -> String {
        if let meant = Spelling.nearest(to: key, among: keys) { return "Did you mean \(meant)?" }
        // The right name in the wrong place: most often the indentation is lost.
        if let elsewhere = allKnown.first(where: { $0.hasSuffix(".\(key)") || $0 == key }) {
            return "Did you mean \(elsewhere)? Then move it there; indentation says what is where."
        }
        return "What can be set here: \(keys.sorted().joined(separator: ", "))."
    }
}
