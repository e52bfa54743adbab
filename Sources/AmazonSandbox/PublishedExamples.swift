import HTTP
package import JSON

/// Answers that Amazon itself published, given before the sandbox's own.
///
/// Of the API's model the static patterns, which Amazon's own sandbox answers with
/// (`amazon-catalog-items.md` 1.4), and the items of its examples; of an item that somebody captured
/// the item. The documents are Amazon's: whoever starts the sandbox brings them along.
package struct PublishedExamples: Sendable {
    /// A request as the model describes it, and its answer.
    private struct Pattern: Sendable {
        let operation: String
        /// The values of each parameter in their order; other parameters do not matter.
        let parameters: [String: [String]]
        let status: Int
        let answer: JSONValue
    }

    private var patterns: [Pattern] = []
    private var items: [String: JSONObject] = [:]

    /// No examples.
    package init() {}

    /// Reads models of the API and captured items, in any number.
    ///
    /// Throws when a document is neither.
    package init(_ documents: [JSONValue]) throws(JSONError) {
        for document in documents {
            if let paths = document["paths"].object {
                for (path, methods) in paths.members { read(path, methods["get"]["responses"]) }
            } else if let item = document.object, let asin = document["asin"].string {
                items[asin] = item
            } else {
                throw .invalid(key: "paths", reason: "is missing, and there is no asin either")
            }
        }
    }

    private mutating func read(_ path: String, _ responses: JSONValue) {
        let isItem = path.hasSuffix("/{asin}")
        for (status, response) in responses.object?.members ?? [] {
            let shown = response["examples"]["application/json"]
            for item in (shown["items"].array ?? [shown]).compactMap(\.object) {
                if let asin = item["asin"]?.string { items[asin] = item }
            }
            for example in response["x-amzn-api-sandbox"]["static"].elements {
                let named = example["request"]["parameters"].object?.members ?? []
                let values = named.map { name, parameter in
                    (
                        name,
                        parameter["value"].array?.compactMap(\.string)
                            ?? [parameter["value"].string ?? ""]
                    )
                }
                patterns.append(
                    Pattern(
                        operation: isItem ? "getCatalogItem" : "searchCatalogItems",
                        parameters: Dictionary(values) { $1 },
                        status: Int(status) ?? 200, answer: example["response"]))
            }
        }
    }

    /// The status and body for a request; nil when nothing was published about it.
    func answer(_ route: Route, _ target: RequestTarget) throws(Refusal) -> (Int, JSONValue)? {
        let parameters = Parameters(target)
        var path: [String: [String]] = [:]
        if case .item(let asin) = route { path["asin"] = [asin] }
        let pattern = patterns.first { pattern in
            pattern.operation == route.operation
                && pattern.parameters.allSatisfy { name, values in
                    (path[name] ?? parameters.list(name)) == values
                }
        }
        if let pattern { return (pattern.status, pattern.answer) }
        if case .item(let asin) = route {
            guard let item = items[asin] else { return nil }
            return (200, .object(try Self.part(of: item, parameters)))
        }
        return try search(parameters)
    }

    /// The captured items of a search that asks for nothing else.
    private func search(_ parameters: Parameters) throws(Refusal) -> (Int, JSONValue)? {
        let asins = parameters.filled("identifiers")
        guard parameters.text("identifiersType") == "ASIN", !asins.isEmpty,
            asins.allSatisfy({ items[$0] != nil })
        else { return nil }
        var found: [JSONValue] = []
        for asin in asins {
            if let item = items[asin] { found.append(.object(try Self.part(of: item, parameters))) }
        }
        return (200, ["numberOfResults": JSONValue(found.count), "items": .array(found)])
    }

    /// The ASIN and the data sets that are asked for; those of vendors too, where they are there.
    private static func part(
        of item: JSONObject, _ parameters: Parameters
    ) throws(Refusal) -> JSONObject {
        let names = Set(parameters.list("includedData") ?? ["summaries"])
        guard names.allSatisfy({ DataSet(rawValue: $0) != nil }) else {
            throw .invalidIncludedData
        }
        return JSONObject(item.members.filter { $0.key == "asin" || names.contains($0.key) })
    }
}
