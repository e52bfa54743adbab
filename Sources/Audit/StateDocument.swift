package import Catalog
package import JSON
package import Projections
import Hashing

/// An account's state as one JSON document, by names that hold in any account: SKUs, labels, file
/// names.
///
/// Ids and times are left out, so that two accounts with the same content give the same document.
package struct StateDocument: Sendable {
    package let json: JSONValue

    /// - Parameters:
    ///   - account: the projected state, or one that was read from the account itself.
    ///   - names: the account from whose journal assets are named; the same as `account` for a
    ///     projected state.
    ///   - volatile: labels of attributes that hold times.
    package init(account: AccountState, names: AccountState? = nil, volatile: Set<String>) {
        let files = (names ?? account).files
        let ours = account.products.filter { !$0.value.isGone }
        let familyNames = Dictionary(
            account.families.map { ($0.value.id, $0.key) }, uniquingKeysWith: { first, _ in first })
        let products = ours.keys.sorted().map { sku -> (String, JSONValue) in
            guard let product = ours[sku] else { return (sku, .null) }
            return (
                sku, Self.document(product, files: files, families: familyNames, volatile: volatile)
            )
        }
        json = .object(
            JSONObject([
                ("products", .object(JSONObject(products))),
                ("relations", Self.relations(account)),
                ("definitions", Self.definitions(account)),
            ]))
    }

    /// SHA-256 of the document in its canonical form.
    package var digest: Digest { ContentHash.of(json.canonical.bytes) }

    private static func document(
        _ product: KnownProduct, files: Table<String, String>, families: [String: String],
        volatile: Set<String>
    ) -> JSONValue {
        var fields = JSONObject()
        for name in product.fields.names {
            guard let value = product.fields[name]?.live, !volatile.contains(name) else { continue }
            fields[name] = value
        }
        var document = JSONObject([("fields", .object(fields))])
        if let family = product.family.value, !family.isEmpty {
            document["family"] = .string(families[family] ?? family)
        }
        if let gallery = product.gallery.value, !gallery.isEmpty {
            document["gallery"] = JSONValue(gallery.map { files[$0] ?? "id:\($0)" })
        }
        if case .known(let thumbnail?) = product.thumbnail {
            document["thumbnail"] = .string(files[thumbnail] ?? "id:\(thumbnail)")
        }
        return .object(document)
    }

    /// Relation → source SKU → target SKUs, of links that start or end at a product of ours.
    private static func relations(_ account: AccountState) -> JSONValue {
        let relations = account.links.keys.sorted().map { label -> (String, JSONValue) in
            let sources = account.links[label] ?? [:]
            let links = sources.keys.sorted().compactMap { source -> (String, JSONValue)? in
                let targets = (sources[source] ?? []).map(\.target).filter {
                    account.products[$0] != nil || account.products[source] != nil
                }
                return targets.isEmpty ? nil : (source, JSONValue(targets.sorted()))
            }
            return (label, .object(JSONObject(links)))
        }
        return .object(JSONObject(relations))
    }

    /// The definitions that the products use: an account may hold others, which are not ours.
    private static func definitions(_ account: AccountState) -> JSONValue {
        let used = Set(account.products.values.flatMap(\.fields.names))
        let attributes = account.attributes.keys.sorted().filter {
            used.contains("attributes.\($0)")
        }
        return .object(
            JSONObject([
                (
                    "attributes",
                    .object(
                        JSONObject(attributes.map { ($0, JSONValue(account.attributes[$0]?.type)) })
                    )
                ),
                ("relations", JSONValue(account.links.keys.sorted())),
            ]))
    }
}
