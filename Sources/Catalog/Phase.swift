/// The user's five phases; they label effects and counts, and do not order them.
package enum Phase: String, Sendable, Hashable, CaseIterable, Comparable {
    case export, map, products, relationships, images

    package static func < (a: Phase, b: Phase) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What may happen to a field whose live or desired value changed.
package enum WriteRule: String, Sendable, Hashable, CaseIterable {
    /// The desired value wins.
    case always
    /// Written only where nothing is.
    case fillEmpty = "fill-empty"
    /// Written when the product is created, and never again.
    case never
}

/// Who or what made a change necessary.
package enum ChangeReason: String, Sendable, Hashable, CaseIterable {
    /// The thing is not there yet.
    case new
    /// Amazon says something else than before.
    case amazon
    /// A rule of ours, a setting or the program changed.
    case rule
    /// Somebody changed or deleted it in Plytix.
    case person
    /// The match to a canonical product changed.
    case match
}
