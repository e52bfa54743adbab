package import Catalog
package import JSON

/// `{"source": {"kind": "brand", "text": …}, "marketplaces": [...], …}`.
extension Scope: ObjectCoded {
    /// Reads the form that `write(to:)` writes.
    package init(from json: inout JSONReader) throws(JSONError) {
        var source: ScopeSource?
        var marketplaces: [Marketplace]?
        var includesParents: Bool?
        var resultsMax: Int?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "source": source = try json.read(key)
            case "marketplaces": marketplaces = try json.read(key)
            case "includesParents": includesParents = try json.read(key)
            case "resultsMax": resultsMax = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            source: try required(source, "source"),
            marketplaces: try required(marketplaces, "marketplaces"),
            includesParents: try required(includesParents, "includesParents"),
            resultsMax: resultsMax)
    }

    /// Writes the scope as one object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("source", source)
            json.member("marketplaces", marketplaces)
            json.member("includesParents", includesParents)
            json.member("resultsMax", optional: resultsMax)
        }
    }
}

/// The word of the source's flag as `kind`, and what was said behind the flag.
extension ScopeSource: ObjectCoded {
    init(from json: inout JSONReader) throws(JSONError) {
        var kind: String?
        var text: String?
        var asins: [ASIN]?
        var name: String?
        var digest: Digest?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "kind": kind = try json.read(key)
            case "text": text = try json.read(key)
            case "asins": asins = try json.read(key)
            case "name": name = try json.read(key)
            case "digest": digest = try json.read(key)
            default: try json.skip()
            }
        }
        switch try required(kind, "kind") {
        case "brand": self = .brand(try required(text, "text"))
        case "style": self = .style(try required(text, "text"))
        case "keywords": self = .keywords(try required(text, "text"))
        case "asins": self = .asins(try required(asins, "asins"))
        case "file":
            self = .file(
                name: try required(name, "name"), digest: try required(digest, "digest"))
        default:
            throw .invalid(key: "kind", reason: "is not one of brand, style, keywords, asins, file")
        }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind)
            switch self {
            case .brand(let text), .style(let text), .keywords(let text):
                json.member("text", text)
            case .asins(let asins): json.member("asins", asins)
            case .file(let name, let digest):
                json.member("name", name)
                json.member("digest", digest)
            }
        }
    }
}
