extension WorldGenerator {
    /// Brand, department, style and color, and size and width in one of the ways of real titles;
    /// 8 % are longer than 100 characters, 2 % hold a trap.
    mutating func title(
        _ style: GeneratedStyle, _ variant: GeneratedStyle.Variant, color: String
    ) -> String {
        var title = "\(Self.brand) \(style.department.possessive) \(style.name) \(style.noun)"
        if random.chance(20) { title += " " + random.pick(InventedWords.traps) }
        if random.chance(80) {
            for phrase in InventedWords.phrases.shuffled(&random).prefix(random.number(in: 1...2)) {
                title += ", " + phrase
            }
        }
        return title + ", " + color + tail(style, variant)
    }

    private mutating func tail(
        _ style: GeneratedStyle, _ variant: GeneratedStyle.Variant
    ) -> String {
        guard let size = variant.size else { return "" }
        guard let width = variant.width else { return ", \(size)" }
        if style.department == .kids { return ", \(size) Big Kid" }
        let spoken = ["M": "Medium", "W": "Wide", "EE": "X-Wide"][width] ?? width
        let letter = ["M": "D(M)", "W": "E(W)", "EE": "2E"][width] ?? width
        return switch random.below(10) {
        case ..<5: ", \(size) \(width)"
        case 5: ", \(size) \(spoken)"
        case 6: " \(size) \(letter) US"
        case 7: " \(size) \(letter)"
        case 8: ", \(size.replacing(".5", with: " 1/2")) \(width)"
        default: " (\(size) \(width))"
        }
    }
}

extension Array {
    fileprivate func shuffled(_ random: inout SplitMix64) -> [Element] {
        var copy = self
        random.shuffle(&copy)
        return copy
    }
}
