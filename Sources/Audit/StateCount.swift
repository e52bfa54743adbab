// A state in numbers, to tell two of them apart.

package import Projections

/// How many of something a state knows.
package enum StateCount {
    /// A number that differs.
    package struct Change: Hashable, Sendable {
        /// What is counted, for people: `fields of products`.
        package let what: String
        package let before: Int
        package let after: Int
    }

    /// What two states know another number of.
    package static func changes(
        from before: ProjectedState, to after: ProjectedState
    ) -> [Change] {
        zip(counts(before), counts(after)).compactMap { before, after in
            before.count == after.count
                ? nil : Change(what: before.what, before: before.count, after: after.count)
        }
    }

    private static func counts(_ state: ProjectedState) -> [(what: String, count: Int)] {
        let accounts = Array(state.accounts.values)
        func sum(_ count: (AccountState) -> Int) -> Int { accounts.map(count).reduce(0, +) }
        return [
            ("items of Amazon", state.catalogue.items.count),
            ("missing items", state.catalogue.missing.count),
            ("pages of lists", state.pages.cells.values.map(\.pageCount).reduce(0, +)),
            ("runs", state.runs.runs.count),
            ("bound targets", state.targets.accounts.count),
            ("limits", state.limits.observations.count),
            ("products in Plytix", sum { $0.products.count }),
            (
                "fields of products",
                sum { $0.products.values.map(\.fields.count).reduce(0, +) }
            ),
            (
                "families, galleries and thumbnails of products",
                sum { $0.products.values.map(\.knownParts).reduce(0, +) }
            ),
            ("canonical products", sum { $0.canonicals.count }),
            ("decisions on items", sum { $0.verdicts.count }),
            ("pictures in Plytix", sum { $0.assets.count }),
            (
                "definitions",
                sum { $0.attributes.count + $0.families.count + $0.relations.count }
            ),
            (
                "links",
                sum { $0.links.values.flatMap(\.values).map(\.count).reduce(0, +) }
            ),
            ("requests in doubt", sum { $0.doubts.count }),
            ("failures", sum { $0.failures.count }),
            ("accepted failures", sum { $0.accepted.count }),
        ]
    }
}

extension KnownProduct {
    fileprivate var knownParts: Int {
        (family.value != nil ? 1 : 0) + (gallery.value != nil ? 1 : 0)
            + (thumbnail.value != nil ? 1 : 0)
    }
}
