/// The sixteen products of the bundled style that a canonical product exists for.
enum BundledVariants {
    /// One size and width in one colour, on Amazon and in Plytix.
    struct Variant {
        let asin: String
        /// What the canonical product's SKU has behind the style.
        let suffix: String
        /// How its title ends: as many ways as real titles have.
        let tail: String
        /// What Amazon says of the size; nil where it says nothing.
        let size: String?
        /// Digits in which the canonical product stores the number.
        let gtinDigits: Int
        let listsGTIN: Bool
    }

    static let bomber = [
        variant("B07X8Z63ZL", "105W-BOMB", ", 10.5 Wide", "10.5 Wide", listsGTIN: true),
        variant("B07TBFZL3N", "110W-BOMB", ", 11 W", "11 Wide"),
        variant("B0SANDBX01", "080M-BOMB", ", 8 M", "8"),
        variant("B0SANDBX02", "085M-BOMB", ", 8.5 M", "8.5"),
        variant("B0SANDBX03", "090M-BOMB", " 9 D(M) US", "9", gtinDigits: 13),
        variant("B0SANDBX04", "095M-BOMB", ", 9.5 M", nil),
        variant("B0SANDBX05", "100M-BOMB", " 10 D(M) US", "10", gtinDigits: 14),
        variant("B0SANDBX06", "105M-BOMB", ", 10 1/2 M", nil),
        variant("B0SANDBX07", "110M-BOMB", ", 11 M", "11", gtinDigits: 14, listsGTIN: true),
        variant("B0SANDBX08", "120M-BOMB", ", 12 M", nil),
        variant("B0SANDBX09", "130M-BOMB", ", 13 M", "13"),
    ]
    static let driftwood = [
        variant("B0SANDBX10", "090M-DRFT", ", 9 M", "9"),
        variant("B0SANDBX11", "100M-DRFT", ", 10 M", "10", gtinDigits: 13),
        variant("B0SANDBX12", "105W-DRFT", " (10.5 EE)", "10.5 Wide"),
        variant("B0SANDBX13", "110M-DRFT", ", 11 M", nil),
        variant("B0SANDBX14", "120M-DRFT", ", 12 M", "12", gtinDigits: 14),
    ]
    /// Sizes that the merchant makes and does not sell on Amazon.
    static let onlyCanonical = ["070M-BOMB", "140M-BOMB", "080M-DRFT"]

    private static func variant(
        _ asin: String, _ suffix: String, _ tail: String, _ size: String?, gtinDigits: Int = 12,
        listsGTIN: Bool = false
    ) -> Variant {
        Variant(
            asin: asin, suffix: suffix, tail: tail, size: size, gtinDigits: gtinDigits,
            listsGTIN: listsGTIN)
    }
}
