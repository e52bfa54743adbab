import HTTPTypes

/// Which operation a request is for, by its method and path alone.
enum Route: Equatable {
    case token
    case search
    /// The ASIN as it stands in the path.
    case item(asin: String)
    case picture(file: String)
    case unknown

    init(_ method: HTTPRequest.Method, _ path: [String]) {
        switch (method, path) {
        case (.post, ["auth", "o2", "token"]): self = .token
        case (.get, ["catalog", "2022-04-01", "items"]): self = .search
        case (.get, let path) where path.count == 4 && path.starts(with: Self.items):
            self = .item(asin: path[3])
        case (.get, let path) where path.count == 3 && path.starts(with: Self.images),
            (.head, let path) where path.count == 3 && path.starts(with: Self.images):
            self = .picture(file: path[2])
        default: self = .unknown
        }
    }

    private static let items = ["catalog", "2022-04-01", "items"]
    private static let images = ["images", "I"]

    var system: String {
        switch self {
        case .token: "lwa"
        case .picture: "images"
        case .search, .item, .unknown: "amazon"
        }
    }

    /// The name that Amazon's model gives it.
    var operation: String {
        switch self {
        case .token: "token"
        case .search: "searchCatalogItems"
        case .item: "getCatalogItem"
        case .picture: "getPicture"
        case .unknown: "unknown"
        }
    }
}
