import Catalog
import Events
import HTTP
import JSON
import PlytixAPI
import Projections
package import Planning

/// Products of ours that an account holds and the journal does not know.
extension Surveyor {
    /// Looks for products that are to be created and may be there already: made by an earlier
    /// journal or by hand.
    ///
    /// Each one found is read whole, so that only differences are written.
    ///
    /// An account that was looked through before is not asked again: what appears later meets the
    /// conflict of its creation, and is adopted then.
    package func findOurs(_ skus: [String]) async throws(SurveyStop) {
        let known = account
        let prefix = String(planning.skuFormat.prefix { $0 != "{" })
        let cell = "ours like \(prefix)"
        let key = PageState.Key(system: system, source: "plytix.searchProducts", cell: cell)
        let isDone = chronicle.read { $0.pages.cells[key]?.completed?.whole == true }
        let unknown = skus.filter { known.products[$0] == nil }
        if !isDone, !unknown.isEmpty {
            try await readOurs(prefix: prefix, cell: cell)
        }
        try await readWhole(skus)
    }

    /// Reads whole those products of which not everything was seen.
    private func readWhole(_ skus: [String]) async throws(SurveyStop) {
        for sku in skus {
            guard let product = account.products[sku], !product.isGone, product.family == .unknown
            else { continue }
            let answer = try await reading { () async throws(APIError) in
                try await client.getProduct(product.id)
            }
            let event: LiveObserved
            if let found = answer.value {
                event = LiveObserved(found, sku: sku, gallery: planning.gallery)
            } else {
                event = LiveObserved(id: product.id, sku: sku, fields: [], looked: [], gone: true)
            }
            try await append([event.draft(system: system)])
        }
    }

    /// Ids and SKUs of all products whose SKU begins like ours, a hundred a request.
    private func readOurs(prefix: String, cell: String) async throws(SurveyStop) {
        var seen = Set<String>()
        try await readProducts(
            [ProductFilter("sku", "like", .string(prefix))], columns: []
        ) { page, _ throws(SurveyStop) in
            let known = account
            let found = page.rows.filter {
                $0.sku.hasPrefix(prefix) && seen.insert($0.id).inserted
            }
            let drafts = found.filter { known.products[$0.sku] == nil }.map { product in
                LiveObserved(id: product.id, sku: product.sku, fields: [], looked: [], gone: false)
                    .draft(system: system)
            }
            if !drafts.isEmpty { try await append(drafts) }
        }
        let completed = SourceCompleted(
            source: "plytix.searchProducts", cell: cell, seen: seen.count, announced: seen.count,
            stop: .end, whole: true)
        try await append([completed.draft(system: system)])
    }
}

extension String {
    /// Whether a SKU has the form that the settings give to Amazon products.
    package func isAmazonSKU(_ planning: PlanningSettings) -> Bool {
        let fixed = planning.skuFormat.prefix { $0 != "{" }
        return !fixed.isEmpty && hasPrefix(fixed)
    }
}
