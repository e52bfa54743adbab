package import Catalog

extension Configuration {
    /// Reads all settings: flags beat environment variables beat the file beat defaults.
    ///
    /// The file is what `--config` names; nil for `plysync.yaml` in the working directory, if there
    /// is one. Of the environment the variables are looked at that `EnvironmentVariable` lists and
    /// that the file names, and `HOME` for paths that begin with `~/`. The time zone is resolved
    /// for `now`. Throws for the first thing that is wrong, and never shows a secret.
    package static func load(
        file: String? = nil, directory: String, environment: [String: String],
        overrides: Overrides = Overrides(), now: Instant
    ) throws(SettingsError) -> Configuration {
        try read(
            by: SettingsReader(
                file: file, directory: directory, environment: environment, overrides: overrides),
            now: now)
    }

    /// Reads part by part, and at last refuses what no part asked for.
    static func read(by reader: SettingsReader, now: Instant) throws(SettingsError) -> Configuration
    {
        var configuration = Configuration(journalPath: try reader.journal())
        configuration.file = reader.file?.path
        configuration.marketplaces = try reader.marketplaces()
        configuration.brand = try reader.brand()
        configuration.amazon = try reader.amazon(for: configuration.marketplaces)
        configuration.targets = try reader.targets()
        configuration.targetAlias = try reader.targetAlias(among: configuration.targets)
        configuration.timeZone = try reader.timeZone().text
        configuration.planning = try reader.planning(
            for: configuration.marketplaces, now: now)
        configuration.picturesFolder = try reader.picturesFolder()
        configuration.matching = try reader.matching()
        configuration.survey = try reader.survey()
        configuration.export = try reader.export()
        configuration.delivery = try reader.delivery()
        configuration.limits = try reader.limits()
        configuration.massChange = try reader.massChange()
        try reader.ledger.refuseUnknown()
        return configuration
    }
}
