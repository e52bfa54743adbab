import Catalog
import Projections
package import JSON

/// Phase 3 as values: one product per ASIN, created whole or changed where it differs.
extension Planner {
    /// Canonical products for a fresh account, parents first since a variant names its parent.
    func stubs() -> [PlannedRequest] {
        desired.stubs.filter { account.productID($0.sku) == nil }.map { stub in
            let values = [("label", stub.label), ("gtin", stub.gtin)]
            let changes = values.compactMap { name, value in
                value.map {
                    FieldChange(field: name, old: nil, new: .string($0), rule: .always, reason: .new)
                }
            }
            let create: Effect =
                stub.parentSKU.map { .createVariant(sku: stub.sku, parent: $0) }
                ?? .createProduct(sku: stub.sku)
            return PlannedRequest(
                [create, .setFields(sku: stub.sku, changes: changes)], cause: stub.cause)
        }
    }

    func products() -> [PlannedRequest] {
        desired.products.compactMap { product in
            guard let known = account.products[product.sku] else { return creation(of: product) }
            // What somebody deleted is drift: brought back only when a person says so.
            guard !known.isGone else { return nil }
            let changes = changes(of: product, known: known)
            var effects: [Effect] = []
            if !changes.isEmpty { effects.append(.setFields(sku: product.sku, changes: changes)) }
            effects = effects.filter(isOpen) + pictureEffects(of: product, known: known)
            guard !effects.isEmpty else { return nil }
            return PlannedRequest(dated(effects, product.sku, known), cause: product.cause)
        }
    }

    private func creation(of product: DesiredProduct) -> PlannedRequest? {
        let changes = product.fields.compactMap { field in
            field.value.map {
                FieldChange(field: field.name, old: nil, new: $0, rule: field.rule, reason: .new)
            }
        }
        let create = Effect.createProduct(sku: product.sku)
        let fields = Effect.setFields(sku: product.sku, changes: changes)
        guard isOpen(create), isOpen(fields) else { return nil }
        let effects = [create, fields] + pictureEffects(of: product, known: nil)
        return PlannedRequest(dated(effects, product.sku, nil), cause: product.cause)
    }

    /// The changes that each field's rule asks for.
    func changes(of product: DesiredProduct, known: KnownProduct) -> [FieldChange] {
        product.fields.compactMap { field in
            let state = known.fields[field.name] ?? KnownField()
            guard !FieldValue.areEqual(field.value, state.live) else { return nil }
            switch field.rule {
            case .never: return nil
            case .fillEmpty where state.live != nil || field.value == nil: return nil
            case .always where field.value == nil && !state.isOurs: return nil
            case .always, .fillEmpty:
                return FieldChange(
                    field: field.name, old: state.live, new: field.value, rule: field.rule,
                    reason: reason(for: field, state, product))
            }
        }
    }

    private func reason(
        for field: DesiredField, _ state: KnownField, _ product: DesiredProduct
    ) -> ChangeReason {
        if state.hasDrifted { return .person }
        if field.isOfMatch, product.matched > state.writtenAt { return .match }
        return product.exported > state.writtenAt ? .amazon : .rule
    }

    /// Adds the date of the last write to a request that writes anyway. Its value is the day of the
    /// request, which only the delivery knows: the placeholder names the kind of value.
    private func dated(_ effects: [Effect], _ sku: String, _ known: KnownProduct?) -> [Effect] {
        let dates = settings.attributes.filter { $0.source == .field(.lastWritten) }.map { rule in
            FieldChange(
                field: "attributes.\(rule.label)", old: known?.fields["attributes.\(rule.label)"]?.live,
                new: FieldValue.today, rule: rule.rule, reason: known == nil ? .new : .rule)
        }.filter { known == nil || $0.rule == .always || $0.old == nil }
        guard !dates.isEmpty, phases.contains(.products) || known != nil else { return effects }
        var effects = effects
        for index in effects.indices {
            if case .setFields(sku, let changes) = effects[index] {
                effects[index] = .setFields(sku: sku, changes: changes + dates)
                return effects
            }
        }
        return effects + [.setFields(sku: sku, changes: dates)]
    }

    /// Products whose family is another, or will be none since the create does not set it.
    func families() -> [PlannedRequest] {
        let familyID = account.families[desired.family.name]?.id
        return desired.products.compactMap { product in
            let effect = Effect.assignFamily(sku: product.sku, family: desired.family.name)
            guard isOpen(effect) else { return nil }
            if let known = account.products[product.sku] {
                guard !known.isGone else { return nil }
                if let familyID, known.family == .known(familyID) { return nil }
            } else if account.learned["family-in-create"] == true || creation(of: product) == nil {
                return nil
            }
            return PlannedRequest([effect], cause: product.cause)
        }
    }
}

/// How field values compare, and the value that stands for the day of the write.
package enum FieldValue {
    /// Replaced by the date when the request is made.
    package static let today = JSONValue.string("{today}")

    /// Absent, null and empty are equal; numbers compare as numbers, dates by their first ten
    /// characters (`plytix-unknowns.md` 15, 17, 18).
    package static func areEqual(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
        switch (normal(a), normal(b)) {
        case (nil, nil): true
        case (let a?, let b?):
            a == b || isSameDate(a, b) || isSameNumber(a, b)
        default: false
        }
    }

    private static func normal(_ value: JSONValue?) -> JSONValue? {
        switch value {
        case nil, .null?, .string("")?: nil
        case .array(let elements)? where elements.isEmpty: nil
        default: value
        }
    }

    private static func isSameDate(_ a: JSONValue, _ b: JSONValue) -> Bool {
        guard let a = a.string, let b = b.string, a.count != b.count else { return false }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return short.count == 10 && Instant(short) != nil && long.hasPrefix(short + "T")
    }

    private static func isSameNumber(_ a: JSONValue, _ b: JSONValue) -> Bool {
        switch (a, b) {
        case (.number, .string), (.string, .number): a.double != nil && a.double == b.double
        default: false
        }
    }
}
