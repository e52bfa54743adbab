/// What kind of comparison a field takes, by the names that `GET /filters/…` uses.
enum FilterType: String, Sendable {
    case text = "TextAttribute"
    case decimal = "DecimalAttribute"
    case dropdown = "DropdownAttribute"
    case multiSelect = "MultiSelectAttribute"
    case hierarchy = "HierarchyAttribute"
    case date = "DateAttribute"
    case boolean = "BooleanAttribute"
    case media = "MediaAttribute"

    /// The operators of custom attributes of this type, as the example of `GET /filters/product`
    /// lists them.
    var operators: [Operator] {
        switch self {
        case .text: [.exists, .notExists, .like, .equal, .notEqual]
        case .decimal: [.exists, .notExists, .equal, .notEqual] + Operator.comparisons
        case .dropdown: [.exists, .notExists, .equal, .notEqual, .in, .notIn]
        case .multiSelect, .hierarchy: [.exists, .notExists, .in, .notIn]
        case .date: [.exists, .notExists, .equal] + Operator.comparisons
        case .boolean: [.equal]
        case .media: [.exists, .notExists]
        }
    }
}
