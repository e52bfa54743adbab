/// The types of product attributes, by their `type_class` (`plytix-api.md`, section 7).
enum TypeClass: String, Sendable, CaseIterable {
    case text = "TextAttribute"
    case multiline = "MultilineAttribute"
    case html = "HtmlAttribute"
    case int = "IntAttribute"
    case decimal = "DecimalAttribute"
    case dropdown = "DropdownAttribute"
    case multiSelect = "MultiSelectAttribute"
    case date = "DateAttribute"
    case url = "UrlAttribute"
    case boolean = "BooleanAttribute"
    case media = "MediaAttribute"
    case mediaGallery = "MediaGalleryAttribute"
    case completeness = "CompletenessAttribute"

    var isMedia: Bool { self == .media || self == .mediaGallery }
    var hasOptions: Bool { self == .dropdown || self == .multiSelect }

    /// What kind of filter a search can put on it.
    var filterType: FilterType {
        switch self {
        case .text, .multiline, .html, .url: .text
        case .int, .decimal, .completeness: .decimal
        case .dropdown: .dropdown
        case .multiSelect: .multiSelect
        case .date: .date
        case .boolean: .boolean
        case .media, .mediaGallery: .media
        }
    }
}
