package import Catalog
package import JSON

/// One object an effect: its case as `effect`, then what the case holds:
/// `{"effect": "createProduct", "sku": "AMZN-US-B07X8Z63ZL"}`.
extension Effect: ObjectCoded {
    /// Reads the form that `write(to:)` writes.
    package init(from json: inout JSONReader) throws(JSONError) {
        var members = EffectMembers()
        try json.members { key, json throws(JSONError) in try members.read(key, &json) }
        self = try members.effect()
    }

    /// Writes the effect as one object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("effect", word)
            writeMembers(to: &json)
        }
    }

    private func writeMembers(to json: inout JSONWriter) {
        switch self {
        case .defineAttribute(let definition):
            json.member("label", definition.label)
            json.member("name", definition.name)
            json.member("type", definition.type)
            json.member("options", definition.options)
        case .extendOptions(let label, let options):
            json.member("label", label)
            json.member("options", options)
        case .defineFamily(let name, let attributes), .extendFamily(let name, let attributes):
            json.member("name", name)
            json.member("attributes", attributes)
        case .defineRelation(let label, let name):
            json.member("label", label)
            json.member("name", name)
        case .uploadAsset(let asset):
            json.member("file", asset.file)
            json.member("picture", asset.picture)
            json.member("url", asset.url)
        case .createProduct(let sku):
            json.member("sku", sku)
        case .createVariant(let sku, let parent):
            json.member("sku", sku)
            json.member("parent", parent)
        case .setFields(let sku, let changes):
            json.member("sku", sku)
            json.member("changes", changes)
        case .assignFamily(let sku, let family):
            json.member("sku", sku)
            json.member("family", family)
        case .setGallery(let sku, let label, let files, let old):
            json.member("sku", sku)
            json.member("label", label)
            json.member("files", files)
            json.member("old", old)
        case .linkAsset(let sku, let label, let file):
            json.member("sku", sku)
            json.member("label", label)
            json.member("file", file)
        case .setThumbnail(let sku, let file, let old):
            json.member("sku", sku)
            json.member("file", file)
            json.member("old", optional: old)
        case .link(let relation, let source, let targets),
            .unlink(let relation, let source, let targets):
            json.member("relation", relation)
            json.member("source", source)
            json.member("targets", targets)
        }
    }

    private var word: EffectWord {
        switch self {
        case .defineAttribute: .defineAttribute
        case .extendOptions: .extendOptions
        case .defineFamily: .defineFamily
        case .extendFamily: .extendFamily
        case .defineRelation: .defineRelation
        case .uploadAsset: .uploadAsset
        case .createProduct: .createProduct
        case .createVariant: .createVariant
        case .setFields: .setFields
        case .assignFamily: .assignFamily
        case .setGallery: .setGallery
        case .linkAsset: .linkAsset
        case .setThumbnail: .setThumbnail
        case .link: .link
        case .unlink: .unlink
        }
    }
}
