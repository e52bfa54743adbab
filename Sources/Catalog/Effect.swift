package import JSON

/// One change to make in a Plytix account, in names that hold in any account: SKUs, labels, file
/// names; never ids.
package enum Effect: Hashable, Sendable {
    case defineAttribute(AttributeDefinition)
    /// Options that a dropdown must have beside those that it has.
    case extendOptions(label: String, options: [String])
    case defineFamily(name: String, attributes: [String])
    /// Attribute labels that a family must have beside those that it has.
    case extendFamily(name: String, attributes: [String])
    case defineRelation(label: String, name: String)
    case uploadAsset(AssetSource)
    /// Creates a product; its fields, family, gallery and thumbnail are effects beside it.
    case createProduct(sku: String)
    /// Creates a product as a variant of another.
    case createVariant(sku: String, parent: String)
    case setFields(sku: String, changes: [FieldChange])
    case assignFamily(sku: String, family: String)
    /// The whole gallery in order: file names, ours and kept foreign ones.
    case setGallery(sku: String, label: String, files: [String], old: [String])
    /// Adds one file to a gallery, for accounts that do not take a whole one.
    case linkAsset(sku: String, label: String, file: String)
    case setThumbnail(sku: String, file: String, old: String?)
    case link(relation: String, source: String, targets: [String])
    case unlink(relation: String, source: String, targets: [String])

    /// A name that stays the same from plan to plan while the effect is about the same thing.
    package var key: String {
        switch self {
        case .defineAttribute(let definition): "attribute \(definition.label)"
        case .extendOptions(let label, _): "options \(label)"
        case .defineFamily(let name, _): "family \(name)"
        case .extendFamily(let name, _): "family-attributes \(name)"
        case .defineRelation(let label, _): "relation \(label)"
        case .uploadAsset(let asset): "asset \(asset.file)"
        case .createProduct(let sku), .createVariant(let sku, _): "create \(sku)"
        case .setFields(let sku, _): "fields \(sku)"
        case .assignFamily(let sku, _): "assign-family \(sku)"
        case .setGallery(let sku, _, _, _): "gallery \(sku)"
        case .linkAsset(let sku, _, let file): "gallery \(sku) \(file)"
        case .setThumbnail(let sku, _, _): "thumbnail \(sku)"
        case .link(let relation, let source, _): "link \(relation) \(source)"
        case .unlink(let relation, let source, _): "unlink \(relation) \(source)"
        }
    }

    package var phase: Phase {
        switch self {
        case .uploadAsset, .setGallery, .linkAsset, .setThumbnail: .images
        case .link, .unlink, .defineRelation: .relationships
        default: .products
        }
    }

    package var subject: Subject {
        switch self {
        case .defineAttribute(let definition): .attribute(definition.label)
        case .extendOptions(let label, _): .attribute(label)
        case .defineFamily(let name, _), .extendFamily(let name, _): .family(name)
        case .defineRelation(let label, _): .relation(label)
        case .uploadAsset(let asset): .picture(asset.picture)
        case .createProduct(let sku), .createVariant(let sku, _), .setFields(let sku, _),
            .assignFamily(let sku, _), .setGallery(let sku, _, _, _), .linkAsset(let sku, _, _),
            .setThumbnail(let sku, _, _), .link(_, let sku, _), .unlink(_, let sku, _):
            .sku(sku)
        }
    }
}

/// A change of one field of a product.
package struct FieldChange: Hashable, Sendable {
    /// `label`, `status`, `gtin`, or `attributes.<label>`.
    package let field: String
    /// What we believe to be there; nil when nothing is.
    package let old: JSONValue?
    /// What shall be there; nil to clear it.
    package let new: JSONValue?
    package let rule: WriteRule
    package let reason: ChangeReason

    package init(
        field: String, old: JSONValue?, new: JSONValue?, rule: WriteRule, reason: ChangeReason
    ) {
        self.field = field
        self.old = old
        self.new = new
        self.rule = rule
        self.reason = reason
    }
}

/// A definition of a product attribute.
package struct AttributeDefinition: Hashable, Sendable {
    package let label: String
    package let name: String
    package let type: AttributeType
    /// For dropdowns and multiselects.
    package let options: [String]

    package init(label: String, name: String, type: AttributeType, options: [String] = []) {
        self.label = label
        self.name = name
        self.type = type
        self.options = options
    }
}

/// The types of attributes, by the words of our settings.
package enum AttributeType: String, Sendable, Hashable, CaseIterable {
    case text = "Text"
    case multiline = "Multiline"
    case html = "Html"
    case int = "Int"
    case decimal = "Decimal"
    case dropdown = "Dropdown"
    case multiSelect = "MultiSelect"
    case date = "Date"
    case url = "Url"
    case boolean = "Boolean"
    case media = "Media"
    case mediaGallery = "MediaGallery"

    /// Plytix's word in version 1: `TextAttribute` (`plytix-api.md` 7).
    package var plytixClass: String { rawValue + "Attribute" }
    package init?(plytixClass: String) {
        guard plytixClass.hasSuffix("Attribute") else { return nil }
        self.init(rawValue: String(plytixClass.dropLast("Attribute".count)))
    }
}

/// Where an asset comes from.
package struct AssetSource: Hashable, Sendable {
    /// Its name in Plytix, by which it is known.
    package let file: String
    /// Amazon's picture id.
    package let picture: String
    /// From where Plytix shall fetch it.
    package let url: String

    package init(file: String, picture: String, url: String) {
        self.file = file
        self.picture = picture
        self.url = url
    }
}

/// One request of a plan: the effects that it carries together.
package struct PlannedRequest: Hashable, Sendable {
    package let effects: [Effect]
    /// Sequence numbers of the facts and decisions that it follows from.
    package let cause: [Int]

    package init(_ effects: [Effect], cause: [Int] = []) {
        self.effects = effects
        self.cause = cause
    }
}
