import Catalog
import JSON

/// Whether a value passes one operator.
enum Comparison {
    static func holds(
        _ value: JSONValue, _ operation: Operator, _ operand: JSONValue, type: FilterType
    ) -> Bool {
        switch operation {
        case .exists: return !value.isEmptyValue
        case .notExists: return value.isEmptyValue
        case .equal: return equal(value, operand, type)
        case .notEqual: return !equal(value, operand, type)
        case .like, .textSearch: return contains(value, operand)
        case .notLike: return !contains(value, operand)
        case .in: return isIn(value, operand)
        case .notIn: return !isIn(value, operand)
        case .greater: return order(value, operand, type).map { $0 > 0 } ?? false
        case .greaterOrEqual: return order(value, operand, type).map { $0 >= 0 } ?? false
        case .less: return order(value, operand, type).map { $0 < 0 } ?? false
        case .lessOrEqual: return order(value, operand, type).map { $0 <= 0 } ?? false
        case .between: return false
        }
    }

    /// Text is compared without case; a date without a time means its whole day.
    private static func equal(
        _ value: JSONValue, _ operand: JSONValue, _ type: FilterType
    ) -> Bool {
        if value.isNull { return operand.isNull }
        switch type {
        case .decimal: return value.double == operand.double
        case .boolean: return value.truth == operand.truth
        case .date:
            guard let text = operand.string else { return false }
            return text.count == 10
                ? value.string?.hasPrefix(text) == true
                : value.moment == operand.moment
        default: return value.words.lowercased() == operand.words.lowercased()
        }
    }

    private static func contains(_ value: JSONValue, _ operand: JSONValue) -> Bool {
        guard !value.isNull, let part = operand.string else { return false }
        return value.words.lowercased().contains(part.lowercased())
    }

    /// With case, unlike `eq`.
    private static func isIn(_ value: JSONValue, _ operand: JSONValue) -> Bool {
        let wanted = Set(operand.elements.map(\.words))
        return (value.array ?? (value.isNull ? [] : [value])).contains { wanted.contains($0.words) }
    }

    /// Below, at or above zero, as the value stands to the operand; nil when they do not compare.
    static func order(_ value: JSONValue, _ operand: JSONValue, _ type: FilterType) -> Int? {
        if type == .date {
            guard let a = value.moment, let b = operand.moment else { return nil }
            return a < b ? -1 : a == b ? 0 : 1
        }
        guard let a = value.double, let b = operand.double else { return nil }
        return a < b ? -1 : a == b ? 0 : 1
    }

    /// For sorting: nothing first, numbers by value, everything else by its text.
    static func precedes(_ a: JSONValue, _ b: JSONValue) -> Bool {
        if a.isNull || b.isNull { return a.isNull && !b.isNull }
        if case .number(let x) = a, case .number(let y) = b {
            return (x.double ?? 0) < (y.double ?? 0)
        }
        return a.words < b.words
    }
}

extension JSONValue {
    /// No value, as searches and reads understand it; an empty text is a value.
    var isEmptyValue: Bool { isNull || array?.isEmpty == true }

    var isScalar: Bool { array == nil && object == nil }

    /// A scalar as text.
    var words: String {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let value): value ? "true" : "false"
        default: ""
        }
    }

    /// Texts in lower case, also those of a list.
    var folded: JSONValue {
        switch self {
        case .string(let text): .string(text.lowercased())
        case .array(let elements): .array(elements.map(\.folded))
        default: self
        }
    }

    var truth: Bool? {
        switch self {
        case .bool(let value): value
        case .string("true"): true
        case .string("false"): false
        default: nil
        }
    }

    var moment: Instant? { string.flatMap { Instant($0) } }
}
