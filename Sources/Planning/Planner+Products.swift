import Catalog
import Projections
package import JSON

/// Phase 3 as values: one product per ASIN, created whole or changed where it differs.
extension Planner {
    /// Canonical products for a fresh account, parents first since a variant names its parent.
    func stubs() -> [PlannedRequest] {
        guard phases.contains(.products) else { return [] }
        return desired.stubs.filter { account.productID($0.sku) == nil }.map { stub in
            PlannedRequest(stubEffects(of: stub), cause: stub.cause)
        }.filter { $0.effects.allSatisfy(isOpen) }
    }

    /// What makes a stub.
    func stubEffects(of stub: DesiredStub) -> [Effect] {
        let values = [("label", stub.label), ("gtin", stub.gtin)]
        let changes = values.compactMap { name, value in
            value.map {
                FieldChange(field: name, old: nil, new: .string($0), rule: .always, reason: .new)
            }
        }
        let create: Effect =
            stub.parentSKU.map { .createVariant(sku: stub.sku, parent: $0) }
            ?? .createProduct(sku: stub.sku)
        return [create] + (changes.isEmpty ? [] : [.setFields(sku: stub.sku, changes: changes)])
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
        guard phases.contains(.products), reachable.contains(product.sku) else { return nil }
        let effects = creationEffects(of: product) + pictureEffects(of: product, known: nil)
        return PlannedRequest(effects, cause: product.cause)
    }

    /// What makes a product that is not there, its pictures aside.
    func creationEffects(of product: DesiredProduct) -> [Effect] {
        let changes = product.fields.compactMap { field in
            field.value.map {
                FieldChange(field: field.name, old: nil, new: $0, rule: field.rule, reason: .new)
            }
        }
        let fields = Effect.setFields(sku: product.sku, changes: changes)
        return dated([.createProduct(sku: product.sku), fields], product.sku, nil)
    }

    /// The changes that each field's rule asks for.
    func changes(of product: DesiredProduct, known: KnownProduct) -> [FieldChange] {
        product.fields.compactMap { field in
            let state = known.fields[field.name] ?? KnownField()
            guard !FieldValue.areEqual(field.value, state.live) else { return nil }
            switch field.rule {
            case .never: return nil
            case .fillEmpty where FieldValue.normal(state.live) != nil || field.value == nil:
                return nil
            case .always where field.value == nil && !state.isOurs: return nil
            case .always, .fillEmpty:
                return FieldChange(
                    field: field.name, old: state.live, new: field.value, rule: field.rule,
                    reason: reason(for: field, state, product, known))
            }
        }
    }

    private func reason(
        for field: DesiredField, _ state: KnownField, _ product: DesiredProduct,
        _ known: KnownProduct
    ) -> ChangeReason {
        if state.hasDrifted { return .person }
        // A field that we never wrote was left out by our last write of the product.
        let written = state.writtenAt > 0 ? state.writtenAt : known.lastWrite
        if field.isOfMatch, product.matched > written { return .match }
        return product.exported > written ? .amazon : .rule
    }

    /// Adds the date of the last write to a request that writes anyway.
    ///
    /// Its value is the day of the request, which only the delivery knows: the placeholder names
    /// the kind of value.
    private func dated(_ effects: [Effect], _ sku: String, _ known: KnownProduct?) -> [Effect] {
        let dates = settings.attributes.filter { $0.source == .field(.lastWritten) }.map { rule in
            FieldChange(
                field: "attributes.\(rule.label)",
                old: known?.fields["attributes.\(rule.label)"]?.live,
                new: FieldValue.today, rule: rule.rule, reason: known == nil ? .new : .rule)
        }.filter { known == nil || $0.rule == .always || $0.old == nil }
        guard !dates.isEmpty else { return effects }
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
        desired.products.compactMap { product in
            guard let effect = familyEffect(of: product), isOpen(effect),
                reachable.contains(product.sku),
                account.products[product.sku] != nil
                    || account.learned["family-in-create"] != true
            else { return nil }
            return PlannedRequest([effect], cause: product.cause)
        }
    }

    /// Nil for a product that has its family.
    func familyEffect(of product: DesiredProduct) -> Effect? {
        if let id = account.families[desired.family.name]?.id,
            account.products[product.sku]?.family == .known(id)
        {
            return nil
        }
        return .assignFamily(sku: product.sku, family: desired.family.name)
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

    /// Nil for what Plytix knows as no value.
    static func normal(_ value: JSONValue?) -> JSONValue? {
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
