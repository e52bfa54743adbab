import JSON

/// A Plytix account as its server gives it, drawn as lines that hold in any account: no ids, no
/// dates, no addresses.
struct Account: Equatable, CustomStringConvertible {
    let lines: [String]
    private let json: JSONValue

    init(_ json: JSONValue, servedFrom base: String) {
        self.json = json
        let parts = (json.object?.members ?? []).filter { $0.key != "account" }
        lines = parts.flatMap { part, things in
            things.elements.map { thing in
                let text = Self.withoutIDs(thing).text.replacing(base, with: "<server>")
                return "\(part) \(text)"
            }
        }.sorted()
    }

    static func == (a: Account, b: Account) -> Bool { a.lines == b.lines }

    var description: String { lines.joined(separator: "\n") }

    /// Lines that one has and the other has not.
    func differences(to other: Account) -> [String] {
        lines.filter { !other.lines.contains($0) }.map { "- \($0)" }
            + other.lines.filter { !lines.contains($0) }.map { "+ \($0)" }
    }

    /// SKUs of products that came from Amazon.
    var listings: [String] { skus.filter { $0.hasPrefix("AMZN-") } }
    private var skus: [String] { json["products"].elements.compactMap { $0["sku"].string } }

    /// The lines of products that came from Amazon, with Amazon's picture ids for file names:
    /// somebody's own upload of a picture bears another name than ours, and shows the same.
    var listingLines: [String] {
        lines.filter { $0.contains(/^products .*"sku":"AMZN-[^"]*","status"/) }
            .map { $0.replacing(/"(?:amazon_)?([\w+-]+)(?:~\w+)?\.jpg"/) { "\"\($0.1)\"" } }
    }

    /// An attribute of the listings that have it, by SKU.
    func values(of attribute: String) -> [String: String] {
        var values: [String: String] = [:]
        for product in json["products"].elements {
            guard let sku = product["sku"].string else { continue }
            values[sku] = product["attributes"][attribute].string
        }
        return values
    }

    /// SKUs, file names and links that stand there twice.
    var duplicates: [String] {
        let files = json["assets"].elements.compactMap { $0["filename"].string }
        let links = json["products"].elements.flatMap { product in
            (product["relations"].object?.members ?? []).flatMap { label, targets in
                targets.elements.map {
                    "\(product["sku"].string ?? "") \(label) \($0["sku"].string ?? "")"
                }
            }
        }
        return Self.repeated(skus) + Self.repeated(files) + Self.repeated(links)
    }

    private static func repeated(_ names: [String]) -> [String] {
        var seen = Set<String>()
        return names.filter { !seen.insert($0).inserted }
    }

    private static func withoutIDs(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            .object(
                JSONObject(
                    object.members.filter { !["id", "amazon_last_synced"].contains($0.key) }
                        .sorted { $0.key < $1.key }
                        .map { member in
                            let value = withoutIDs(member.value)
                            return (member.key, member.key == "relations" ? sorted(value) : value)
                        }))
        case .array(let elements): .array(elements.map(withoutIDs))
        default: value
        }
    }

    /// Links have no order.
    private static func sorted(_ relations: JSONValue) -> JSONValue {
        .object(
            JSONObject(
                (relations.object?.members ?? []).map { label, targets in
                    (label, .array(targets.elements.sorted { $0.text < $1.text }))
                }))
    }
}
