import Mapping
import Survey

/// The section `match`.
extension SettingsReader {
    func matching() throws(SettingsError) -> MatchSettings {
        let section = try root.section("match")
        var settings = MatchSettings()
        if let found = try section.texts("rules") {
            settings.rules = []
            for rule in found {
                guard MatchRules.named(rule.text) != nil else {
                    throw rule.place.unknown(
                        rule.text, among: MatchRules.all.map(\.name), are: "Rules are")
                }
                guard !settings.rules.contains(rule.text) else {
                    throw rule.place.error(
                        "\(rule.text) stands there twice", hint: "Remove one of them.")
                }
                settings.rules.append(rule.text)
            }
        }
        if let found = try section.texts("exclude_sku_prefixes") {
            settings.excludedPrefixes = []
            for prefix in found {
                settings.excludedPrefixes.append(try prefix.plainText(charactersMax: 100))
            }
        }
        return settings
    }

    /// Where the merchant's own products keep their identifiers.
    func survey() throws(SettingsError) -> SurveySettings {
        let labels = try root.section("match").section("attributes")
        var settings = SurveySettings()
        if let found = try labels.text("ean") { settings.eanLabel = try found.label() }
        if let found = try labels.text("upc") { settings.upcLabel = try found.label() }
        if let found = try labels.text("model_number") {
            settings.modelNumberLabel = try found.label()
        }
        settings.ageMax = try ageMax() ?? settings.ageMax
        return settings
    }
}
