import Catalog
import Events
import HTTP
import JSON
import Planning
import PlytixAPI
import Projections
import Survey

/// Creates, changes, families, galleries and links in doubt, by one look at their products.
///
/// What is still missing is planned anew: Plytix compares SKU and link, and values that are there
/// are not written again. Families are assigned again without a look the first time.
extension Courier {
    func settleProducts(_ doubts: [(key: Int, value: Doubt)]) async throws(DeliveryStop) {
        let ofProducts = doubts.filter { $0.value.effects.first?.isOfProduct == true }
        guard !ofProducts.isEmpty else { return }
        let known = account
        let products = DoubtfulProducts(ofProducts.map(\.value)) { effect in
            self.tries.count(effect.key) > 1 || known.failure(of: effect) != nil
        }
        let readings = try await read(products, known, since: ofProducts.map(\.value.time))
        var drafts: [RecordDraft] = []
        var applied: [Int: [Effect]] = [:]
        for sku in products.skus {
            guard let reading = readings[sku] else { continue }
            if let failure = reading.failure {
                drafts += ofProducts.filter { $0.value.effects.first?.subject == .sku(sku) }
                    .map { repeated($0.key, $0.value, because: failure) }
                continue
            }
            if let product = reading.product {
                let settled = SettledProduct(
                    sku: sku, product: product, account: known, planning: planning, system: system)
                let isNew = known.productID(sku) == nil
                for (intent, doubt) in ofProducts where doubt.effects.first?.subject == .sku(sku) {
                    let outcomes = settled.outcomes(of: doubt.effects, isNew: isNew)
                    let whole = settled.whole(of: doubt.effects, isNew: isNew)
                    if whole.count < doubt.effects.count {
                        late.note(
                            LateRequest(effects: doubt.effects, until: end(of: doubt)))
                    }
                    // What does not show was not done: its tries are counted on.
                    for effect in whole { tries.settle(effect.key) }
                    if !outcomes.isEmpty { applied[intent] = whole }
                    drafts += outcomes.map { $0.caused(by: [.sequence(intent)]) }
                }
            }
            if let observed = reading.observed {
                drafts.append(
                    observed.draft(system: system, cause: causes(of: sku, in: ofProducts)))
            }
        }
        let unread = Set(readings.filter { $0.value.failure != nil }.keys.map(Subject.sku))
        drafts += ofProducts.filter { _, doubt in
            doubt.effects.first.map { !unread.contains($0.subject) } ?? true
        }.map { intent, doubt in
            settledByLook(intent, doubt, shown: applied[intent], in: products)
        }
        try await append(drafts)
    }

    /// A product that cannot be read holds up nothing but itself: the change is sent again, which
    /// changes nothing where it was made, and counts as tried.
    private func repeated(_ intent: Int, _ doubt: Doubt, because reason: String) -> RecordDraft {
        late.note(LateRequest(effects: doubt.effects, until: end(of: doubt)))
        _ = tries.count(Errand.culprit(of: doubt.effects).key, reason)
        return settled(
            intent, doubt.effects, .notApplied, .repeat,
            evidence: "the product cannot be read, so that it is sent again: \(reason)")
    }

    /// - `shown`: the effects that the product shows whole; nil where it shows nothing of any.
    private func settledByLook(
        _ intent: Int, _ doubt: Doubt, shown: [Effect]?, in products: DoubtfulProducts
    ) -> RecordDraft {
        guard let shown else {
            let isUnseen = doubt.effects.allSatisfy { !products.looks(for: $0) }
            return settled(
                intent, doubt.effects, .notApplied, .read,
                evidence: isUnseen
                    ? "no search shows a family: it is assigned again, which changes nothing"
                    : "the product does not show it")
        }
        return settled(
            intent, shown, .applied, .read,
            evidence: shown.count == doubt.effects.count
                ? "the product shows it" : "the product shows a part of it")
    }

    private func causes(
        of sku: String, in doubts: [(key: Int, value: Doubt)]
    ) -> [RecordDraft.Cause] {
        doubts.filter { $0.value.effects.contains { $0.subject == .sku(sku) } }
            .map { .sequence($0.key) }
    }

    /// A product as it was read; nil when it is gone.
    private struct Reading {
        let product: PlytixProduct?
        let observed: LiveObserved?
        /// Why it could not be read.
        var failure: String?
    }

    /// Reads the products: all by one search, and whole those of which that does not tell enough; a
    /// single one whose id is known at once.
    ///
    /// One that no search finds was not created.
    private func read(
        _ products: DoubtfulProducts, _ known: AccountState, since times: [Instant]
    ) async throws(DeliveryStop) -> [String: Reading] {
        let searched = products.skus.filter { sku in
            known.productID(sku) == nil || !products.needsWhole(sku)
        }
        // A single one whose id is known, or none.
        let areFew = searched.count <= 1 && searched.allSatisfy { known.productID($0) != nil }
        let found =
            areFew ? Found() : try await search(for: searched, of: products, known, since: times)
        var readings: [String: Reading] = [:]
        for sku in products.skus {
            let row = found.rows[sku]
            let id = known.productID(sku) ?? row?.id
            if let row, row.id == id, found.haveColumns, !products.needsWhole(row, sku: sku) {
                readings[sku] = Reading(
                    product: row,
                    observed: products.observed(row, sku: sku, gallery: planning.gallery))
            } else if let id {
                let product: PlytixProduct?
                do throws(APIError) {
                    product = try await client.getProduct(id).value
                } catch {
                    guard error.isOfOneRead else { throw Self.stop(for: error) }
                    readings[sku] = Reading(product: nil, observed: nil, failure: "\(error)")
                    continue
                }
                let gone = LiveObserved(id: id, sku: sku, fields: [], looked: [], gone: true)
                readings[sku] = Reading(
                    product: product,
                    observed: product.map { LiveObserved($0, sku: sku, gallery: planning.gallery) }
                        ?? gone)
            }
        }
        return readings
    }

    /// What a search found, by SKU.
    private struct Found {
        var rows: [String: PlytixProduct] = [:]
        var haveColumns = true
    }

    /// Searches for the products once searches show all that had arrived.
    ///
    /// Where a column is refused, since somebody deleted its definition, only new products are looked
    /// for, by their SKU alone.
    private func search(
        for skus: [String], of products: DoubtfulProducts, _ known: AccountState,
        since times: [Instant]
    ) async throws(DeliveryStop) -> Found {
        // After a step back of the clock the times can be in the future.
        try await waitUntil(min(times.max() ?? clock.now, clock.now) + searchLagMax)
        let look = liveLook
        return try await asking { () async throws(APIError) in
            do throws(APIError) {
                return Found(
                    rows: try await look.products(of: skus, columns: products.columns))
            } catch {
                guard case .refused(let refusal) = error, [400, 422].contains(refusal.status) else {
                    throw error
                }
                let unknown = skus.filter { known.productID($0) == nil }
                return Found(
                    rows: try await look.products(of: unknown, columns: []), haveColumns: false)
            }
        }
    }
}

extension Effect {
    /// Whether it writes to one product, whose reading settles it.
    fileprivate var isOfProduct: Bool {
        switch self {
        case .createProduct, .createVariant, .setFields, .assignFamily, .setGallery, .linkAsset,
            .setThumbnail, .link, .unlink:
            true
        default: false
        }
    }
}

extension RecordDraft {
    fileprivate func caused(by cause: [Cause]) -> RecordDraft {
        var draft = self
        draft.cause = cause
        return draft
    }
}
