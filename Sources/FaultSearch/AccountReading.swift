import JSON

/// What a Plytix account holds, from the sandbox's own state.
struct AccountReading {
    let products: [Product]
    let assets: [Asset]
    /// Labels of attributes, names of families and relationships, each as often as it is there.
    let definitions: [String]

    struct Product {
        let json: JSONValue
        var sku: String { json["sku"].string ?? "" }
        var id: String { json["id"].string ?? "" }
        var isOurs: Bool { sku.hasPrefix("AMZN-") }
        /// File names of the gallery that we keep.
        var gallery: [String] {
            json["gallery"]["amazon_images"].elements.compactMap(\.string)
        }
        var thumbnail: String? { json["thumbnail"].string }
        /// What a field holds, by the name that the journal gives it; `.null` for nothing.
        func value(of field: String) -> JSONValue {
            let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
            return parts.count == 2 ? json[parts[0]][parts[1]] : json[field]
        }
        func targets(of relation: String) -> [String] {
            json["relations"][relation].elements.compactMap { $0["sku"].string }
        }
    }
    struct Asset {
        let id: String
        let file: String
        let json: JSONValue
    }

    init(_ state: JSONValue) {
        products = state["products"].elements.map(Product.init)
        assets = state["assets"].elements.map {
            Asset(id: $0["id"].string ?? "", file: $0["filename"].string ?? "", json: $0)
        }
        definitions =
            state["attributes"].elements.map { "attribute \($0["label"].string ?? "")" }
            + state["families"].elements.map { "family \($0["name"].string ?? "")" }
            + state["relationships"].elements.map { "relationship \($0["name"].string ?? "")" }
    }

    func product(_ sku: String) -> Product? { products.first { $0.sku == sku } }
    func file(_ id: String) -> String? { assets.first { $0.id == id }?.file }

    static let hierarchy = "amazon_hierarchy"
    static let listings = "amazon_listings"
}

extension Sequence where Element: Hashable {
    /// Those that come more than once, with how often.
    var repeated: [(element: Element, count: Int)] {
        var counts: [Element: Int] = [:]
        var order: [Element] = []
        for element in self {
            counts[element, default: 0] += 1
            if counts[element] == 2 { order.append(element) }
        }
        return order.map { ($0, counts[$0] ?? 0) }
    }
}
