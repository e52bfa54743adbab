import Catalog
import Planning

/// The sections `plytix`, `attributes` and `images`, and what `match` says of the unmatched.
extension SettingsReader {
    func planning(
        for marketplaces: [Marketplace], now: Instant
    ) throws(SettingsError) -> PlanningSettings {
        var settings = PlanningSettings()
        try readNames(to: &settings)
        if let format = try root.section("plytix").text("sku_format") {
            settings.skuFormat = try skuFormat(format, for: marketplaces)
        }
        settings.attributes = try attributes() ?? settings.attributes
        try refuseGalleryAmongAttributes(settings)

        let images = try root.section("images")
        if let found = try images.text("max_per_product") {
            settings.picturesMax = try found.wholeNumber(0...300)
        }
        if let found = try images.text("on_removal") {
            settings.onRemoval = try found.choice(of: PlanningSettings.OnRemoval.allCases)
        }
        if let found = try root.section("match").text("unmatched") {
            settings.unmatched = try found.choice(of: PlanningSettings.Unmatched.allCases)
        }
        settings.attemptsMax = try attemptsMax() ?? settings.attemptsMax
        settings.zoneOffset = try timeZone().zoneOffset(at: now)
        return settings
    }

    private func readNames(to settings: inout PlanningSettings) throws(SettingsError) {
        let plytix = try root.section("plytix")
        if let found = try plytix.text("family") { settings.family = try found.plainText() }
        if let found = try plytix.text("gallery") { settings.gallery = try found.label() }
        if let found = try plytix.text("status") {
            settings.status = try found.choice(of: ProductStatus.allCases).rawValue
        }
        if let found = try plytix.text("label") {
            settings.label = try found.choice(of: ItemField.allCases.filter { $0 != .lastWritten })
        }
        let relations = try plytix.section("relations")
        let hierarchy = try relations.text("hierarchy")
        let listings = try relations.text("listings")
        if let hierarchy { settings.hierarchy = try hierarchy.plainText() }
        if let listings { settings.listings = try listings.plainText() }
        guard settings.hierarchyLabel != settings.listingsLabel else {
            let place = listings?.place ?? hierarchy?.place ?? relations.place
            throw place.error(
                "both relationships would have the label \(settings.listingsLabel)",
                hint: "Give them names that differ.")
        }
    }

    /// Plytix takes SKUs of up to 100 characters (`plytix-api.md` 6).
    private func skuFormat(
        _ found: Found, for marketplaces: [Marketplace]
    ) throws(SettingsError) -> String {
        let format = try found.plainText()
        let names = ["{marketplace}", "{asin}"]
        let rest = names.reduce(format) { $0.replacing($1, with: "") }
        guard !rest.contains(where: { "{}".contains($0) }) else {
            throw found.place.error(
                "only {marketplace} and {asin} may stand in braces, but found \(format.quoted)")
        }
        guard format.contains("{asin}") else {
            throw found.place.error(
                "{asin} is missing: all products would have the same SKU",
                hint: "Add it, as in AMZN-{marketplace}-{asin}.")
        }
        guard format.contains("{marketplace}") || marketplaces.count == 1 else {
            throw found.place.error(
                "{marketplace} is missing, and there are several marketplaces",
                hint: "Add it, as in AMZN-{marketplace}-{asin}.")
        }
        let sku = format.replacing("{marketplace}", with: "US")
            .replacing("{asin}", with: "B000000000")
        guard sku.count <= 100, sku.first != " ", sku.last != " " else {
            throw found.place.error(
                "it makes SKUs of \(sku.count) characters, or with blanks at their ends",
                hint: "Plytix takes SKUs of up to 100 characters: make it shorter.")
        }
        return format
    }

    private func refuseGalleryAmongAttributes(
        _ settings: PlanningSettings
    ) throws(SettingsError) {
        guard settings.attributes.contains(where: { $0.label == settings.gallery }) else { return }
        let place = try root.section("attributes").place(of: settings.gallery)
        throw place.error(
            "this label is that of the gallery", hint: "Give one of them another label.")
    }
}

/// What Plytix knows of a product's completeness (`plytix-api.md` 6).
private enum ProductStatus: String, CaseIterable {
    case draft = "Draft"
    case completed = "Completed"
    case archived = "Archived"
}
