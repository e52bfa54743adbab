package import Projections
import Events
import Catalog

extension Desired {
    /// Which canonical products are made in an account that has none.
    package enum Stubs: String, Sendable, CaseIterable {
        /// Those that links start from, and the products of which they are variants.
        case linked
        case all
        case none
    }

    /// Adds the canonical products of another account as stubs: what identifies them, no more.
    package func withStubs(_ choice: Stubs, from source: AccountState) -> Desired {
        guard choice != .none else { return self }
        let bySKU = source.canonicals
        func parent(of sku: String) -> String? {
            guard let id = bySKU[sku]?.canonical.parentID, let parent = source.skus[id],
                bySKU[parent] != nil
            else { return nil }
            return parent
        }
        var wanted: Set<String> =
            choice == .all ? Set(bySKU.keys) : Set(links.map(\.source)).intersection(bySKU.keys)
        wanted.formUnion(wanted.compactMap(parent))
        var copy = self
        copy.stubs = wanted.sorted().compactMap { sku in
            guard let known = bySKU[sku] else { return nil }
            return DesiredStub(
                sku: sku, label: known.canonical.label, gtin: known.canonical.gtin,
                parentSKU: parent(of: sku), cause: [known.sequence])
        }.sorted { a, b in
            // Parents before their variants.
            (a.parentSKU == nil ? 0 : 1, a.sku) < (b.parentSKU == nil ? 0 : 1, b.sku)
        }
        return copy
    }

    /// Leaves out pictures that the other account could not get either: what is replayed is what
    /// that account shows.
    package func withoutPictures(missingIn source: AccountState) -> Desired {
        let gone = Set(
            source.failures.filter { $0.value.permanence == .item }.map(\.key))
        guard !gone.isEmpty else { return self }
        var copy = self
        copy.products = products.map { product in
            let pictures = product.pictures.filter { !gone.contains("asset \($0.fileName)") }
            let thumbnail = product.thumbnail.flatMap { pictures.contains($0) ? $0 : nil }
            return DesiredProduct(
                sku: product.sku, item: product.item, fields: product.fields, pictures: pictures,
                thumbnail: thumbnail, exported: product.exported, matched: product.matched)
        }
        return copy
    }

    /// Only these products, and the links that end or start at them.
    package func limited(to skus: Set<String>) -> Desired {
        var copy = self
        copy.products = products.filter { skus.contains($0.sku) }
        copy.links = links.compactMap { links in
            let targets = links.targets.filter {
                skus.contains($0.sku) && (skus.contains(links.source) || !isOurs(links.source))
            }
            return targets.isEmpty
                ? nil
                : DesiredLinks(relation: links.relation, source: links.source, targets: targets)
        }
        return copy
    }

    private func isOurs(_ sku: String) -> Bool { products.contains { $0.sku == sku } }
}
