import JSON
import Yams

/// Values by a small part of YAML's rules: `yes` and `1_000` are texts, as people expect.
extension Node {
    /// Whether nothing stands after the colon, or a word for nothing.
    var isNothing: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// For errors; never the value itself.
    var kindOfValue: String {
        switch self {
        case .scalar: isNothing ? "nothing" : "a single value"
        case .mapping: "names with values"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    func text(at place: Place) throws(SettingsError) -> Found {
        guard case .scalar(let scalar) = self, !isNothing else {
            throw place.expected("a single value", found: kindOfValue)
        }
        return Found(text: scalar.string, place: place)
    }

    /// A truth value, a number or a text; what stands in quotes is a text.
    func value(at place: Place) throws(SettingsError) -> JSONValue {
        let text = try text(at: place).text
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return .string(text) }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: break
        }
        if let whole = Int(text) { return JSONValue(whole) }
        if let number = Found.decimal(text) { return JSONValue(number) }
        return .string(text)
    }
}
