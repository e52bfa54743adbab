import Catalog
import JSON
import SandboxWorld

extension Account {
    /// Puts in what the account holds from the start; nothing is checked, as with data that a
    /// person imported long ago.
    mutating func seed(at now: Instant) {
        for canonical in configuration.canonicals {
            for (label, value) in canonical.attributes.members {
                define(label, for: value)
            }
            addCanonical(canonical, at: now)
        }
        // Parents may stand behind their variants in the list.
        for canonical in configuration.canonicals {
            guard let parentSKU = canonical.parentSKU,
                let parent = products.withKey(parentSKU).first(where: { $0.sku == parentSKU }),
                let variant = products.withKey(canonical.sku).first(where: {
                    $0.sku == canonical.sku
                })
            else { continue }
            products.amend(variant.id) { $0.parentID = parent.id }
            products.amend(parent.id) { $0.variantIDs.append(variant.id) }
        }
        for file in configuration.uploadedBefore {
            let type = FileType.contentType(ofExtension: FileType.fileExtension(of: file.filename))
            assets.restore(
                Asset(
                    id: identifiers.next(), filename: file.filename, contentType: type,
                    bytes: file.bytes, sourceURL: file.url, created: now, modified: now,
                    fileModified: now))
        }
    }

    private mutating func addCanonical(_ canonical: World.Canonical, at now: Instant) {
        var product = Product(
            id: identifiers.next(), sku: canonical.sku, label: canonical.label,
            gtin: canonical.gtin, status: canonical.status, created: now, modified: now)
        for (label, value) in canonical.attributes.members where !value.isEmptyValue {
            product.values[label] = value
        }
        products.restore(product)
    }

    /// Makes the attribute that a value needs, or gives an existing one the value's options.
    private mutating func define(_ label: String, for value: JSONValue) {
        if let definition = attribute(labelled: label) {
            guard definition.type == .multiSelect else { return }
            attributes.amend(definition.id) { definition in
                for option in value.elements.compactMap(\.string)
                where !definition.options.contains(option) {
                    definition.options.append(option)
                }
            }
            return
        }
        let type: TypeClass =
            switch value {
            case .number(let number): number.text.contains(".") ? .decimal : .int
            case .bool: .boolean
            case .array: .multiSelect
            default: .text
            }
        attributes.restore(
            AttributeDefinition(
                id: identifiers.next(), label: label, name: label, type: type,
                options: value.elements.compactMap(\.string)))
    }
}
