import JSON

/// A Plytix account as its server gives it, in terms that hold in any account: no ids, no times.
struct DemoAccount {
    private let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    var id: String { json["account"]["id"].string ?? "" }

    private static let prefix = "AMZN-"

    private var all: [JSONValue] { json["products"].elements }
    private var ours: [JSONValue] { all.filter { sku($0).hasPrefix(Self.prefix) } }
    private func sku(_ product: JSONValue) -> String { product["sku"].string ?? "" }

    var products: Int { ours.count }
    var canonicals: Int { all.count - ours.count }
    var pictures: Int { Set(shown.map(Self.picture)).count }
    var links: Int { relations.reduce(0) { $0 + $1.value.count } }

    /// The files that products of ours show.
    private var shown: [String] {
        ours.flatMap { product in
            (product["gallery"].object?.members ?? []).flatMap { $0.value.elements }
                .compactMap(\.string) + product["assets"].elements.compactMap(\.string)
        }
    }

    /// Things that stand in the account twice: products of one SKU, files of one name, links.
    var duplicates: [String] {
        let names = json["assets"].elements.compactMap { $0["filename"].string }
        return Self.repeated(all.map(sku)).map { "product \($0)" }
            + Self.repeated(names).map { "file \($0)" }
            + relations.flatMap { source, targets in
                Self.repeated(targets).map { "link \(source) -> \($0)" }
            }
    }

    private static func repeated(_ names: [String]) -> [String] {
        var seen = Set<String>()
        return Set(names.filter { !seen.insert($0).inserted }).sorted()
    }

    /// Targets by relation and source.
    private var relations: [String: [String]] {
        var relations: [String: [String]] = [:]
        for product in all {
            for (label, links) in product["relations"].object?.members ?? [] {
                let targets = links.elements.compactMap { $0["sku"].string }.sorted()
                if !targets.isEmpty { relations["\(label) \(sku(product))"] = targets }
            }
        }
        return relations
    }

    // MARK: Comparing

    /// What differs between this account and another, as sentences; the merchant's own products
    /// count only by their links to ours.
    func differences(to other: DemoAccount) -> [String] {
        let a = values
        let b = other.values
        return Set(a.keys).union(b.keys).sorted().filter { a[$0] != b[$0] }.map { key in
            "\(key): \(a[key]?.text ?? "nothing") and \(b[key]?.text ?? "nothing")"
        }
    }

    /// How many values `differences` compares.
    var valueCount: Int { values.count }

    private var values: [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for product in ours {
            let sku = sku(product)
            values["\(sku) exists"] = true
            for key in ["label", "gtin", "status", "type", "parent", "family"] {
                values["\(sku) \(key)"] = product[key]
            }
            for (label, value) in product["attributes"].object?.members ?? []
            where label != "amazon_last_synced" {
                values["\(sku) \(label)"] = value
            }
            for (label, files) in product["gallery"].object?.members ?? [] {
                values["\(sku) \(label)"] = Self.pictures(files)
            }
            values["\(sku) thumbnail"] = JSONValue(product["thumbnail"].string.map(Self.picture))
            values["\(sku) assets"] = JSONValue(
                product["assets"].elements.compactMap(\.string).map(Self.picture).sorted())
        }
        for (source, targets) in relations { values[source] = JSONValue(targets) }
        return values
    }

    private static func pictures(_ files: JSONValue) -> JSONValue {
        JSONValue(files.elements.compactMap(\.string).map(picture))
    }

    /// Amazon's picture id in a file's name: somebody's upload of the same picture bears another
    /// name than ours, and shows the same.
    private static func picture(_ file: String) -> String {
        let name = file.hasPrefix("amazon_") ? file.dropFirst("amazon_".count) : Substring(file)
        return String(name.prefix { $0 != "." && $0 != "~" })
    }
}
