import JSON

/// The operators of filters (`plytix-api.md`, section 5).
enum Operator: String, Sendable {
    case exists
    case notExists = "!exists"
    case equal = "eq"
    case notEqual = "!eq"
    case like
    case notLike = "!like"
    case `in`
    case notIn = "!in"
    case greater = "gt"
    case greaterOrEqual = "gte"
    case less = "lt"
    case lessOrEqual = "lte"
    case textSearch = "text_search"
    case between = "bte"

    static let comparisons: [Operator] = [.greater, .greaterOrEqual, .less, .lessOrEqual]

    /// Whether a value makes sense with the operator ("the arity", as the vendor calls it).
    func takes(_ operand: JSONValue, type: FilterType) -> Bool {
        switch self {
        case .exists, .notExists: return true
        case .in, .notIn: return operand.array?.allSatisfy(\.isScalar) == true
        case .like, .notLike, .textSearch: return operand.string != nil
        case .equal, .notEqual:
            switch type {
            case .boolean: return operand.truth != nil
            case .decimal: return operand.double != nil
            case .date: return operand.moment != nil
            default: return operand.isScalar && !operand.isNull
            }
        case .greater, .greaterOrEqual, .less, .lessOrEqual:
            return type == .date ? operand.moment != nil : operand.double != nil
        case .between: return operand.elements.count == 2
        }
    }

    /// Whether a number compares so with the operand's numbers; for quantities of relations.
    func holds(_ number: Int, _ operand: [Int]) -> Bool {
        guard let first = operand.first else { return self == .exists }
        return switch self {
        case .exists: true
        case .notExists: false
        case .equal: number == first
        case .notEqual: number != first
        case .greater: number > first
        case .greaterOrEqual: number >= first
        case .less: number < first
        case .lessOrEqual: number <= first
        case .between: operand.count == 2 && (first...max(first, operand[1])).contains(number)
        default: false
        }
    }
}
