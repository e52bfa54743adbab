extension WorldGenerator {
    /// One style: its canonical products, and one to four families of it on Amazon.
    mutating func addStyle(_ number: Int) {
        let kind = GeneratedStyle.Kind.allCases[random.pick(byWeight: GeneratedStyle.Kind.weights)]
        let style = GeneratedStyle(
            kind: kind,
            department: GeneratedStyle.Department.allCases[random.pick(byWeight: [60, 30, 10])],
            model: model(), name: random.pick(InventedWords.styles), noun: random.pick(kind.nouns),
            isInPlytix: random.chance(960))
        if style.isInPlytix {
            canonicals.append(
                World.Canonical(sku: style.model, label: "\(style.name) \(style.noun)"))
        }
        var variants = style.variants
        random.shuffle(&variants)
        for _ in 0..<(1 + random.below(4)) where items.count < count && !variants.isEmpty {
            let size = min(random.number(in: 3...14), variants.count)
            addFamily(style, Array(variants.suffix(size)))
            variants.removeLast(size)
        }
        for variant in variants where random.chance(500) {
            addCanonical(style, variant, code: code(isListed: false))
        }
    }

    /// Products of one color, nine times in ten with a parent.
    private mutating func addFamily(
        _ style: GeneratedStyle, _ variants: [GeneratedStyle.Variant]
    ) {
        let color = random.pick(InventedWords.colors)
        let room = count - items.count
        let hasParent = room > 1 && variants.count > 1 && random.chance(900)
        let variants = variants.prefix(hasParent ? room - 1 : room)
        let parent = hasParent ? asin() : nil
        // Some families are broken on Amazon's side: nobody names anybody.
        let isBroken = random.chance(150)
        let place = items.count
        var children: [String] = []
        for variant in variants {
            let isChild = parent != nil && !isBroken && random.chance(920)
            let item = buyable(style, variant, color: color, parent: isChild ? parent : nil)
            if isChild { children.append(item.asin) }
            items.append(item)
        }
        if let parent {
            items.insert(
                variationParent(style, asin: parent, children: children, color: color), at: place)
        }
    }

    private mutating func buyable(
        _ style: GeneratedStyle, _ variant: GeneratedStyle.Variant, color: String, parent: String?
    ) -> World.Item {
        buyables += 1
        let code = code(isListed: true)
        if style.isInPlytix, random.chance(930) { addCanonical(style, variant, code: code) }
        return World.Item(
            asin: asin(), title: title(style, variant, color: color), brand: Self.brand,
            modelNumber: modelNumber(style, variant),
            partNumber: random.chance(700) ? style.model + variant.suffix : nil,
            size: random.chance(310) ? nil : size(variant), color: random.chance(3) ? nil : color,
            manufacturer: random.chance(900) ? Self.brand : nil, productType: style.kind.rawValue,
            identifiers: identifiers(code), parents: parent.map { [$0] } ?? [],
            variationTheme: parent == nil ? nil : "SIZE_NAME/COLOR_NAME",
            pictures: random.chance(5) ? [] : pictures.files(&random),
            attributes: attributes(style))
    }

    private mutating func variationParent(
        _ style: GeneratedStyle, asin: String, children: [String], color: String
    ) -> World.Item {
        World.Item(
            asin: asin,
            title: "\(Self.brand) \(style.department.possessive) \(style.name) \(style.noun)",
            brand: Self.brand, modelNumber: random.chance(60) ? nil : style.model,
            partNumber: random.chance(500) ? style.model : nil, manufacturer: Self.brand,
            productType: style.kind.rawValue, classification: "VARIATION_PARENT",
            children: children,
            variationTheme: children.isEmpty ? nil : "SIZE_NAME/COLOR_NAME",
            pictures: random.chance(100) ? [] : pictures.files(&random),
            isSearchable: random.chance(300), attributes: attributes(style))
    }

    /// One in 2,000 canonical products carries the number of the one before.
    private mutating func addCanonical(
        _ style: GeneratedStyle, _ variant: GeneratedStyle.Variant, code: String
    ) {
        guard style.isInPlytix else { return }
        let before = canonicals.count % 2_000 == 1_234 ? canonicals.last?.gtin : nil
        canonicals.append(
            World.Canonical(
                sku: style.model + variant.suffix,
                label: "\(style.name) \(style.noun) \(variant.suffix.dropFirst())",
                gtin: before ?? canonicalGTIN(code), parentSKU: style.model))
    }

    /// Missing in 6 %; some with the size behind it, some free text.
    private mutating func modelNumber(
        _ style: GeneratedStyle, _ variant: GeneratedStyle.Variant
    ) -> String? {
        switch random.below(1_000) {
        case ..<60: nil
        case ..<90: "\(style.model)-\(variant.size ?? "OS")"
        case ..<100: "\(style.name) \(style.noun)"
        default: style.model
        }
    }

    private func size(_ variant: GeneratedStyle.Variant) -> String? {
        guard let size = variant.size else { return "One Size" }
        return switch variant.width {
        case "W": "\(size) Wide"
        case "EE": "\(size) X-Wide"
        default: size
        }
    }
}
