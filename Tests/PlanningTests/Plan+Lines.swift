import Catalog
import JSON
import Planning

extension Plan {
    /// The plan as text, one line an effect; effects of one request are joined by `+`.
    var lines: [String] {
        stages.flatMap { stage in
            stage.requests.map { request in
                "\(stage.name.rawValue): " + request.effects.map(\.line).joined(separator: " + ")
            }
        }
    }

    /// The lines of some stages.
    func lines(_ names: Name...) -> [String] {
        lines.filter { line in names.contains { line.hasPrefix($0.rawValue + ": ") } }
    }

    /// The changes of one product's fields.
    func changes(of sku: String) -> [FieldChange] {
        effects.flatMap { effect -> [FieldChange] in
            if case .setFields(sku, let changes) = effect { changes } else { [] }
        }
    }
}

extension Effect {
    /// The effect as text; what it names, but not its key's first word again.
    var line: String {
        switch self {
        case .defineAttribute(let definition):
            let options =
                definition.options.isEmpty
                ? "" : " of " + definition.options.joined(separator: ", ")
            return
                "attribute \(definition.label) (\(definition.name)) \(definition.type.rawValue)\(options)"
        case .extendOptions(let label, let values): return "options \(label) \(values.listed)"
        case .defineFamily(let name, let values): return "family \(name) \(values.listed)"
        case .extendFamily(let name, let values): return "family \(name) more \(values.listed)"
        case .defineRelation(let label, let name): return "relation \(label) (\(name))"
        case .uploadAsset(let asset): return "upload \(asset.file) from \(asset.url)"
        case .createProduct(let sku): return "create \(sku)"
        case .createVariant(let sku, let parent): return "create \(sku) of \(parent)"
        case .setFields(let sku, let changes): return "set \(sku) \(changes.map(\.line).listed)"
        case .assignFamily(let sku, let family): return "family of \(sku) is \(family)"
        case .setGallery(let sku, let label, let files, let old):
            return "\(label) of \(sku) \(old.listed) -> \(files.listed)"
        case .linkAsset(let sku, let label, let file): return "\(label) of \(sku) gets \(file)"
        case .setThumbnail(let sku, let file, let old):
            return "thumbnail of \(sku) \(old ?? "none") -> \(file)"
        case .link(let relation, let source, let targets):
            return "\(relation) \(source) -> \(targets.listed)"
        case .unlink(let relation, let source, let targets):
            return "\(relation) \(source) no more -> \(targets.listed)"
        }
    }
}

extension FieldChange {
    /// `label "a" -> "b" (always, amazon)`.
    var line: String {
        "\(field) \(old?.text ?? "none") -> \(new?.text ?? "none") (\(rule.rawValue), \(reason.rawValue))"
    }
}

extension [String] {
    var listed: String { "[" + joined(separator: ", ") + "]" }
}
