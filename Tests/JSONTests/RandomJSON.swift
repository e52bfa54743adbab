import JSON
import SandboxWorld
import TestSupport

/// Any JSON value, with the characters and numbers that are easily got wrong.
enum RandomJSON {
    static func value(depth: Int, _ random: inout SplitMix64) -> JSONValue {
        switch random.below(depth > 0 ? 8 : 5) {
        case 0: .null
        case 1: .bool(random.chance(500))
        case 2: .number(number(&random))
        case 3, 4: .string(string(&random))
        case 5: .array((0..<random.below(4)).map { _ in value(depth: depth - 1, &random) })
        default:
            .object(
                JSONObject(
                    (0..<random.below(5)).map { _ in
                        (string(&random), value(depth: depth - 1, &random))
                    }))
        }
    }

    static func string(_ random: inout SplitMix64) -> String {
        let characters = [
            "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "é", "€", "😀",
            "\u{7F}", "\u{FFFD}",
        ]
        return (0..<random.below(6)).map { _ in random.pick(characters) }.joined()
    }

    static func number(_ random: inout SplitMix64) -> JSONNumber {
        switch random.below(4) {
        case 0: JSONNumber(Int(truncatingIfNeeded: random.next()))
        case 1: JSONNumber(random.below(100))
        case 2: JSONNumber(Double(bitPattern: random.next()))
        default:
            JSONNumber(
                text: random.pick([
                    "1.0", "-0", "1e5", "1E-5", "0.10", "123456789012345678901234567890",
                ]))
        }
    }

    /// The same value with the keys of its objects in another order.
    static func reordered(_ value: JSONValue, _ random: inout SplitMix64) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map { reordered($0, &random) })
        case .object(let object):
            .object(
                JSONObject(
                    random.shuffled(object.members).map { ($0.key, reordered($0.value, &random)) }))
        default: value
        }
    }
}
