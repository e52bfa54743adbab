import JSON

// The attributes that items of the sandbox have beside those that World.Item has fields for, in
// the shapes of `amazon-catalog-items.md` 2.5; names as Amazon's product types use them.

/// Attribute objects for invented footwear, made once and shared by many items.
struct FootwearAttributes {
    /// What an attribute's values look like.
    private enum Shape {
        /// A text in a language.
        case text([String])
        /// A code, the same in all languages.
        case code([String])
        case number([Double])
        case flag(Bool)
        case measure(unit: String, [Double])
        /// Height, length and width.
        case sizes(unit: String, [Double])
        /// An object within: `heel: [{"type": [{"value": …}]}]`.
        case within(member: String, [String])
    }

    private let marketplaceID: String

    init(marketplaceID: String) { self.marketplaceID = marketplaceID }

    /// 36 to 48 attributes, the same for the same product type, department and variation.
    ///
    /// The first three are there to be replaced: `department`, `bullet_point` and
    /// `product_description`.
    func object(productType: String, department: String, variation: Int) -> JSONObject {
        var random = SplitMix64(
            seed: StableHash.of("\(productType)/\(department)/\(variation)"))
        var chosen = Array(Self.table.indices)
        random.shuffle(&chosen)
        chosen = chosen.prefix(random.number(in: 33...45)).sorted()
        var members: [(String, JSONValue)] = [
            ("department", texts([department])),
            ("bullet_point", texts([])),
            ("product_description", texts([])),
        ]
        for index in chosen {
            let (name, shape) = Self.table[index]
            members.append((name, [value(of: shape, &random)]))
        }
        return JSONObject(members)
    }

    /// A text attribute; several values are several elements.
    func texts(_ values: [String]) -> JSONValue {
        .array(values.map { .object(JSONObject(text($0))) })
    }

    private func text(_ value: String) -> [(String, JSONValue)] {
        [("language_tag", "en_US"), ("value", JSONValue(value)), marketplace]
    }

    private var marketplace: (String, JSONValue) { ("marketplace_id", JSONValue(marketplaceID)) }

    private func value(of shape: Shape, _ random: inout SplitMix64) -> JSONValue {
        let members: [(String, JSONValue)]
        switch shape {
        case .text(let values): members = text(random.pick(values))
        case .code(let values): members = [("value", JSONValue(random.pick(values))), marketplace]
        case .number(let values):
            members = [("value", JSONValue(random.pick(values))), marketplace]
        case .flag(let flag): members = [("value", JSONValue(flag)), marketplace]
        case .measure(let unit, let values):
            members = measure(unit, random.pick(values)) + [marketplace]
        case .sizes(let unit, let values):
            members =
                ["height", "length", "width"].map { side in
                    (side, .object(JSONObject(measure(unit, random.pick(values)))))
                } + [marketplace]
        case .within(let member, let values):
            let inner: [(String, JSONValue)] = [
                ("language_tag", "en_US"), ("value", JSONValue(random.pick(values))),
            ]
            members = [(member, [.object(JSONObject(inner))]), marketplace]
        }
        return .object(JSONObject(members))
    }

    private func measure(_ unit: String, _ value: Double) -> [(String, JSONValue)] {
        [("unit", JSONValue(unit)), ("value", JSONValue(value))]
    }

    private static let table: [(name: String, shape: Shape)] = [
        ("age_range_description", .text(["Adult", "Big Kid"])),
        ("arch_type", .text(["Neutral", "High Arch"])),
        ("batteries_included", .flag(false)),
        ("batteries_required", .flag(false)),
        ("care_instructions", .text(["Wipe Clean", "Brush & Condition", "Spot Clean Only"])),
        ("closure", .within(member: "type", ["Pull-On", "Lace-Up", "Zipper"])),
        ("contains_liquid_contents", .flag(false)),
        ("country_of_origin", .code(["MX", "VN", "CN"])),
        ("cpsia_cautionary_statement", .code(["no_warning_applicable"])),
        ("embellishment_feature", .text(["Stitched", "Perforated", "Embossed"])),
        ("fabric_type", .text(["100% Leather", "Canvas upper, rubber sole"])),
        ("fit_type", .text(["Regular", "True to size"])),
        ("has_multiple_battery_powered_components", .flag(false)),
        ("heel", .within(member: "type", ["Flat", "Block Heel", "Cowboy"])),
        ("import_designation", .text(["Imported", "Made in the USA or Imported"])),
        ("included_components", .text(["Pair of shoes", "Boots, care card"])),
        ("insole_material", .text(["Foam", "Recycled foam", "Leather"])),
        ("is_assembly_required", .flag(false)),
        ("is_expiration_dated_product", .flag(false)),
        ("is_fragile", .flag(false)),
        ("item_dimensions", .sizes(unit: "inches", [4.5, 11.25, 12])),
        ("item_package_dimensions", .sizes(unit: "inches", [4.9, 12.75, 13.5])),
        ("item_package_quantity", .number([1])),
        ("item_package_weight", .measure(unit: "pounds", [2.2, 3.05, 4.4])),
        ("item_type_keyword", .code(["western-boots", "loafers-shoes", "sneakers"])),
        ("item_type_name", .text(["Boot", "Driving Moc", "Slip-On"])),
        ("item_weight", .measure(unit: "pounds", [1.75, 2.6, 3.9])),
        ("leather_type", .text(["Full Grain", "Suede", "Nubuck"])),
        ("lifestyle", .text(["Casual", "Western", "Work"])),
        ("lining_description", .text(["Textile", "Pigskin", "Unlined"])),
        ("list_price", .measure(unit: "USD", [89.99, 129.95, 214])),
        ("material", .text(["Leather", "Canvas", "Rubber", "Wool"])),
        ("merchant_release_date", .code(["2023-08-01T00:00:00.000Z"])),
        ("model_name", .text(["Ridgeline", "Switchback", "Mesa"])),
        ("model_year", .number([2022, 2023, 2024])),
        ("number_of_boxes", .number([1])),
        ("number_of_items", .number([1, 2])),
        ("occasion_type", .text(["Everyday", "Office", "Outdoor"])),
        ("outer", .within(member: "material", ["Leather", "Canvas", "Suede"])),
        ("outsole_pattern", .text(["Lugged", "Smooth", "Herringbone"])),
        ("pattern", .text(["Solid", "Two Tone", "Plaid"])),
        ("platform", .within(member: "height", ["0.75 Inches", "1 Inch"])),
        ("product_expiration_type", .code(["does_not_expire"])),
        ("product_site_launch_date", .code(["2021-03-15T07:00:00.000Z", "2024-01-09T08:00:00Z"])),
        ("recommended_browse_nodes", .code(["9000000007", "9000000011"])),
        ("safety_rating", .text(["ASTM F2413-18", "None"])),
        ("season", .text(["All Seasons", "Fall/Winter"])),
        ("shaft", .within(member: "height", ["Ankle", "8 Inches", "12 Inches"])),
        ("shoe_width", .text(["Medium", "Wide", "X-Wide"])),
        ("skip_offer", .flag(false)),
        ("sole_material", .text(["Rubber", "Leather", "Blended crepe"])),
        ("special_feature", .text(["Slip Resistant", "Moisture Wicking", "Cushioned"])),
        ("special_size_type", .text(["Standard", "Wide"])),
        ("specific_uses_for_product", .text(["Walking", "Ranch work", "Driving"])),
        ("sport_type", .text(["Equestrian", "Hiking"])),
        ("strap_type", .text(["No Strap"])),
        ("style", .text(["Western", "Moccasin", "Classic"])),
        ("supplier_declared_dg_hz_regulation", .code(["not_applicable"])),
        ("supplier_declared_material_regulation", .code(["not_applicable"])),
        ("target_audience_keyword", .text(["Adults", "Riders"])),
        ("target_gender", .code(["male", "female", "unisex"])),
        ("theme", .text(["Western", "Heritage"])),
        ("toe_style", .text(["Round Toe", "Moc Toe", "Square Toe"])),
        ("unit_count", .number([1])),
        ("unspsc_code", .code(["53111500", "53111600"])),
        ("warranty_description", .text(["One year limited", ""])),
        (
            "water_resistance_level",
            .text(["Water Resistant", "Waterproof", "Not Water Resistant"])
        ),
        ("website_shipping_weight", .measure(unit: "pounds", [2.6, 3.4, 4.8])),
    ]
}
