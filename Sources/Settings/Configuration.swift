package import Catalog
package import Delivery
package import Export
package import Mapping
package import Planning
package import Survey

/// All that can be set: one value, of which each stage takes its own part.
///
/// `load` makes it of `plysync.yaml`, the environment and flags; `cli.md` (Settings) names what can
/// be set where.
package struct Configuration: Hashable, Sendable {
    /// Absolute when the directory given to `load` was.
    package var journalPath: String
    /// Where nothing else is asked for; never empty, each one once.
    package var marketplaces: [Marketplace] = [.us]
    package var brand: String?
    package var amazon = AmazonAccess()
    /// The Plytix account that is written to; one of `targets`.
    package var targetAlias = Configuration.standardTarget
    package var targets = [Configuration.standardTarget: TargetAccess()]
    package var planning = PlanningSettings()
    package var matching = MatchSettings()
    package var survey = SurveySettings()
    package var export = ExportSettings()
    package var delivery = DeliverySettings()
    package var limits = LimitSettings()
    /// The share of the known products that a plan may change without being asked about, 0 to 1.
    package var massChange = 0.05
    /// Where the bytes of pictures are kept; nil when they are not.
    package var picturesFolder: String?
    /// As written, such as `Europe/Berlin`; what it was worth at loading is `planning.zoneOffset`.
    package var timeZone = "UTC"
    /// The configuration file that was read; nil when there was none.
    package var file: String?

    package init(journalPath: String) { self.journalPath = journalPath }

    package static let standardFile = "plysync.yaml"
    package static let standardJournal = "plysync.journal"
    package static let standardTarget = "default"

    /// Every secret that was given, for the journal, which refuses bytes that hold one.
    package var secrets: [Secret] {
        let amazon = [amazon.credentials].compactMap(\.self)
        let plytix = targets.sorted { $0.key < $1.key }.compactMap(\.value.credentials)
        return amazon.flatMap { [$0.refreshToken, $0.clientID, $0.clientSecret] }
            + plytix.flatMap { [$0.key, $0.password] }
    }

    /// How a target is reached; throws, with the known aliases, when there is none of the name.
    ///
    /// The error names the flag that gave the alias.
    package func access(
        to alias: String, flag: String = "--target"
    ) throws(SettingsError) -> TargetAccess {
        guard let target = targets[alias] else {
            let known = targets.keys.sorted()
            throw Place(flag, .flag).unknown(alias, among: known, are: "Targets are")
        }
        return target
    }
}
