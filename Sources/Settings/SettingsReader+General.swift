import Catalog
import Export

/// What stands at the top of the file, and what belongs to no stage alone.
extension SettingsReader {
    func journal() throws(SettingsError) -> String {
        let written = try root.text("journal")
        let found = flag("--journal", overrides.journal) ?? variable(.journal) ?? written
        guard let found else {
            return FilePath.resolve(Configuration.standardJournal, from: folder, home: nil)
        }
        return try path(found)
    }

    /// Where the bytes of pictures are kept; nil when nobody asks for it.
    func picturesFolder() throws(SettingsError) -> String? {
        let written = try root.section("images").text("keep")
        guard let found = flag("--keep-images", overrides.keepImages) ?? written else { return nil }
        return try path(found)
    }

    /// The zone's name, which `Found.zoneOffset` resolves.
    func timeZone() throws(SettingsError) -> Found {
        try root.text("time_zone") ?? Found(text: "UTC", place: Place("time_zone", .flag))
    }

    func targetAlias(among targets: [String: TargetAccess]) throws(SettingsError) -> String {
        let written = try root.text("target")
        let found =
            flag("--target", overrides.target) ?? variable(.target) ?? written
            ?? Found(text: Configuration.standardTarget, place: Place("--target", .flag))
        guard targets[found.text] != nil else {
            throw found.place.unknown(
                found.text, among: targets.keys.sorted(), are: "Targets are")
        }
        return found.text
    }

    /// How old pages of an unfinished run may be to be used again; nil for each stage's own.
    func ageMax() throws(SettingsError) -> Duration? {
        let written = try root.text("max_age")
        guard let found = flag("--max-age", overrides.ageMax) ?? written else { return nil }
        return try found.duration(.zero...(.seconds(365 * 86_400)))
    }

    func export() throws(SettingsError) -> ExportSettings {
        var settings = ExportSettings()
        if let seller = try root.section("amazon").text("seller") {
            settings.seller = try alias(seller)
        }
        settings.ageMax = try ageMax() ?? settings.ageMax
        return settings
    }

    /// A name that becomes part of the names of systems in the journal.
    func alias(_ found: Found) throws(SettingsError) -> String {
        let isPlain = found.text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
        }
        guard isPlain, (1...64).contains(found.text.utf8.count) else {
            throw found.place.expected(
                "a name of 1 to 64 letters, digits, - and _", found: found.text.quoted)
        }
        return found.text
    }
}
