import Catalog
import JSON
import Planning

/// The section `attributes`: which of Amazon's fields go where.
extension SettingsReader {
    /// In the order of the file; nil when the section is absent.
    func attributes() throws(SettingsError) -> [AttributeRule]? {
        guard let listed = try root.sections("attributes") else { return nil }
        var rules: [AttributeRule] = []
        for (name, section) in listed {
            let label = try Found(text: name, place: section.place).label()
            rules.append(try attribute(label, of: section))
        }
        return rules
    }

    private func attribute(
        _ label: String, of section: Section
    ) throws(SettingsError) -> AttributeRule {
        let from = try section.text("from")
        let constant = try section.value("value")
        let type = try section.text("type")?.choice(of: Self.attributeTypes)
        let rule = try section.text("rule")?.choice(of: WriteRule.allCases)
        guard let type else {
            throw section.place.error(
                "type is missing",
                hint: "Add one of \(Self.attributeTypes.map(\.rawValue).joined(separator: ", ")).")
        }
        let source: AttributeRule.Source
        switch (from, constant) {
        case (let from?, nil): source = .field(try field(from, for: type))
        case (nil, let constant?):
            guard type.takes(constant.value) else {
                throw constant.place.error(
                    "a \(type.rawValue) attribute does not take this value",
                    hint: "It takes \(type.wanted).")
            }
            source = .constant(constant.value)
        default:
            throw section.place.error(
                "either from or value must be there, and not both",
                hint: "Write from with a field of Amazon, such as title, or value with a value "
                    + "for all products.")
        }
        return AttributeRule(label, from: source, type: type, rule: rule ?? .always)
    }

    private func field(
        _ found: Found, for type: AttributeType
    ) throws(SettingsError) -> ItemField {
        let field = try found.choice(of: ItemField.allCases)
        let fitting: [AttributeType] =
            field == .lastWritten
            ? [.date, .text] : Self.attributeTypes.filter { ![.date, .boolean].contains($0) }
        guard fitting.contains(type) else {
            throw found.place.error(
                "\(field.rawValue) does not go into a \(type.rawValue) attribute",
                hint: "Types for it are \(fitting.map(\.rawValue).joined(separator: ", ")).")
        }
        return field
    }

    /// Pictures go into the gallery, not through this mapping.
    private static let attributeTypes = AttributeType.allCases.filter {
        ![.media, .mediaGallery].contains($0)
    }
}

/// What values of each type look like (`plytix-api.md` 7).
extension AttributeType {
    fileprivate func takes(_ value: JSONValue) -> Bool {
        switch self {
        case .boolean: value.bool != nil
        case .int: if case .number(let number) = value { number.int != nil } else { false }
        case .decimal: if case .number = value { true } else { false }
        case .multiSelect: value.array?.allSatisfy { $0.string?.isEmpty == false } ?? false
        case .date: value.string.map { $0.utf8.count == 10 && Instant($0) != nil } ?? false
        default: value.string?.isEmpty == false
        }
    }

    fileprivate var wanted: String {
        switch self {
        case .boolean: "true or false"
        case .int: "a whole number"
        case .decimal: "a number"
        case .multiSelect: "a list of texts, as in [a, b]"
        case .date: "a date, as in 2026-03-01"
        default: "a text; put what looks like a number in quotes"
        }
    }
}
