import Catalog
import JSON

/// What a sent attribute value comes to (`plytix-api.md`, section 7, "Values").
enum AttributeValue {
    /// The value as it is stored.
    case value(JSONValue)
    /// A dropdown's value that its options lack and get.
    case newOption(String)
    case refused(String)

    /// Reads a value of a type that is neither media nor computed.
    static func read(_ value: JSONValue, _ definition: AttributeDefinition, _ call: Call) -> Self {
        switch definition.type {
        case .text, .multiline, .html, .url: text(value, call)
        case .int: int(value)
        case .decimal:
            value.double?.isFinite == true
                ? .value(number(value)) : .refused("Not a valid number.")
        case .boolean: value.bool != nil ? .value(value) : .refused("Not a valid boolean.")
        case .date: date(value)
        case .dropdown: choice(value, definition, call)
        case .multiSelect: choices(value, definition)
        case .media, .mediaGallery, .completeness: .value(value)
        }
    }

    private static func text(_ value: JSONValue, _ call: Call) -> Self {
        guard let text = value.string else { return .refused("Not a valid string.") }
        if text.isEmpty, call.has(.emptyTextRefused) { return .refused("Field may not be empty.") }
        return .value(value)
    }

    /// At most 16 characters (`plytix-api.md`, section 7, limits).
    private static func int(_ value: JSONValue) -> Self {
        guard let int = value.int, String(int).count <= 16 else {
            return .refused("Not a valid integer.")
        }
        return .value(JSONValue(int))
    }

    private static func number(_ value: JSONValue) -> JSONValue {
        // A numeric text may be no JSON number ("007"): then its value counts, not its text.
        if case .number = value { return value }
        return JSONValue(value.double ?? 0)
    }

    /// `YYYY-MM-DD`; a timestamp is refused.
    private static func date(_ value: JSONValue) -> Self {
        guard let text = value.string, text.utf8.count == 10, let instant = Instant(text),
            instant.date == text
        else { return .refused("Invalid date format") }
        return .value(value)
    }

    private static func choice(
        _ value: JSONValue, _ definition: AttributeDefinition, _ call: Call
    ) -> Self {
        guard let option = value.string else { return .refused("Not a valid string.") }
        if definition.options.contains(option) { return .value(value) }
        if call.has(.dropdownAddsOptions) { return .newOption(option) }
        return .refused("\(option) is not a valid value for \(definition.name) attribute.")
    }

    private static func choices(_ value: JSONValue, _ definition: AttributeDefinition) -> Self {
        guard let list = value.array, list.allSatisfy({ $0.string != nil }) else {
            return .refused("Not a valid list.")
        }
        let unknown = list.compactMap(\.string).filter { !definition.options.contains($0) }
        guard unknown.isEmpty else {
            // The vendor's text shows the list as Python 2 prints it.
            let shown = unknown.map { "u'\($0)'" }.joined(separator: ", ")
            return .refused("[\(shown)] are not a valid values for \(definition.name) attribute.")
        }
        return .value(value)
    }
}
