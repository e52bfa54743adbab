import Catalog
import JSON

/// The stored names of the cases of `Effect`; they never change.
enum EffectWord: String, CaseIterable, TextCoded {
    case defineAttribute, extendOptions, defineFamily, extendFamily, defineRelation, uploadAsset
    case createProduct, createVariant, setFields, assignFamily, setGallery, linkAsset, setThumbnail
    case link, unlink
}

/// What was read of an effect so far; the keys may come in any order.
struct EffectMembers {
    private var word: EffectWord?
    private var sku: String?
    private var parent: String?
    private var label: String?
    private var name: String?
    private var type: AttributeType?
    private var options: [String]?
    private var attributes: [String]?
    private var file: String?
    private var picture: String?
    private var url: String?
    private var changes: [FieldChange]?
    private var family: String?
    private var files: [String]?
    /// A list for a gallery, a text for a thumbnail.
    private var old: JSONValue?
    private var relation: String?
    private var source: String?
    private var targets: [String]?

    mutating func read(_ key: JSONKey, _ json: inout JSONReader) throws(JSONError) {
        switch key {
        case "effect": word = try json.read(key)
        case "sku": sku = try json.read(key)
        case "parent": parent = try json.read(key)
        case "label": label = try json.read(key)
        case "name": name = try json.read(key)
        case "type": type = try json.read(key)
        case "options": options = try json.read(key)
        case "attributes": attributes = try json.read(key)
        case "file": file = try json.read(key)
        case "picture": picture = try json.read(key)
        case "url": url = try json.read(key)
        case "changes": changes = try json.read(key)
        case "family": family = try json.read(key)
        case "files": files = try json.read(key)
        case "old": old = try json.read(key)
        case "relation": relation = try json.read(key)
        case "source": source = try json.read(key)
        case "targets": targets = try json.read(key)
        default: try json.skip()
        }
    }

    func effect() throws(JSONError) -> Effect {
        switch try required(word, "effect") {
        case .defineAttribute:
            .defineAttribute(
                AttributeDefinition(
                    label: try required(label, "label"), name: try required(name, "name"),
                    type: try required(type, "type"), options: try required(options, "options")))
        case .extendOptions:
            .extendOptions(
                label: try required(label, "label"), options: try required(options, "options"))
        case .defineFamily:
            .defineFamily(
                name: try required(name, "name"),
                attributes: try required(attributes, "attributes"))
        case .extendFamily:
            .extendFamily(
                name: try required(name, "name"),
                attributes: try required(attributes, "attributes"))
        case .defineRelation:
            .defineRelation(label: try required(label, "label"), name: try required(name, "name"))
        case .uploadAsset:
            .uploadAsset(
                AssetSource(
                    file: try required(file, "file"), picture: try required(picture, "picture"),
                    url: try required(url, "url")))
        case .createProduct: .createProduct(sku: try required(sku, "sku"))
        case .createVariant:
            .createVariant(sku: try required(sku, "sku"), parent: try required(parent, "parent"))
        case .setFields:
            .setFields(sku: try required(sku, "sku"), changes: try required(changes, "changes"))
        case .assignFamily:
            .assignFamily(sku: try required(sku, "sku"), family: try required(family, "family"))
        case .setGallery:
            .setGallery(
                sku: try required(sku, "sku"), label: try required(label, "label"),
                files: try required(files, "files"), old: try oldFiles())
        case .linkAsset:
            .linkAsset(
                sku: try required(sku, "sku"), label: try required(label, "label"),
                file: try required(file, "file"))
        case .setThumbnail:
            .setThumbnail(
                sku: try required(sku, "sku"), file: try required(file, "file"),
                old: try oldFile())
        case .link:
            .link(
                relation: try required(relation, "relation"),
                source: try required(source, "source"), targets: try required(targets, "targets"))
        case .unlink:
            .unlink(
                relation: try required(relation, "relation"),
                source: try required(source, "source"), targets: try required(targets, "targets"))
        }
    }

    private func oldFiles() throws(JSONError) -> [String] {
        let elements = try required(old, "old").array
        let files = elements?.compactMap(\.string)
        guard let files, files.count == elements?.count else {
            throw .invalid(key: "old", reason: "is not a list of file names")
        }
        return files
    }

    private func oldFile() throws(JSONError) -> String? {
        guard let old else { return nil }
        guard let file = old.string else {
            throw .invalid(key: "old", reason: "is not a file name")
        }
        return file
    }
}
