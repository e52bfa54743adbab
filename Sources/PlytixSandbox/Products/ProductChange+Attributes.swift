import JSON

extension ProductChange {
    /// Applies custom attributes: each is replaced as a whole, null clears, others stay.
    mutating func applyAttributes(_ attributes: JSONValue?, _ account: Account) {
        guard let attributes, !attributes.isNull else { return }
        guard let members = attributes.object?.members else {
            return refuse("attributes", ["_schema": ["Invalid input type."]])
        }
        let family = product.familyID.flatMap { account.families[$0] }
        for (label, value) in members {
            guard let definition = account.attribute(labelled: label) else {
                refuse(label, "label does not exist")
                continue
            }
            if let family, !family.contains(definition.id) {
                if call.has(.valuesOutsideFamilyIgnored) { continue }
                if call.has(.valuesNeedFamily) {
                    refuse(label, "label does not exist")
                    continue
                }
            }
            apply(value, to: definition, account)
        }
    }

    private mutating func apply(
        _ value: JSONValue, to definition: AttributeDefinition, _ account: Account
    ) {
        let label = definition.label
        // A completeness is computed: what is sent for it is read-only and ignored.
        guard definition.type != .completeness else { return }
        if isNew, definition.type == .mediaGallery, call.has(.galleryIgnoredOnCreate) { return }
        if value.isNull {
            if isNew, call.has(.nullOnCreateRefused) {
                return refuse(label, "Field may not be null.")
            }
            product.values[label] = nil
            product.media[label] = nil
            return
        }
        switch definition.type {
        case .media:
            if let id = asset(value, label, account) { product.media[label] = [id] }
        case .mediaGallery:
            guard let ids = assets(value, label, account) else { return }
            let kept = call.has(.galleryPatchAppends) ? product.media[label] ?? [] : []
            let gallery = kept + ids.filter { !kept.contains($0) }
            product.media[label] = gallery.isEmpty ? nil : gallery
        default: applyPlain(value, to: definition)
        }
    }

    private mutating func applyPlain(_ value: JSONValue, to definition: AttributeDefinition) {
        if value == "", call.has(.emptyTextClears) {
            product.values[definition.label] = nil
            return
        }
        switch AttributeValue.read(value, definition, call) {
        case .value(let value):
            product.values[definition.label] = value.isEmptyValue ? nil : value
        case .newOption(let option):
            newOptions.append((definition.id, option))
            product.values[definition.label] = .string(option)
        case .refused(let message): refuse(definition.label, .string(message))
        }
    }
}
