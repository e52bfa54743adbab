import Catalog
import Events
import HTTP
import JSON
import Planning
import PlytixAPI
import Projections
import Survey

/// Each call, and the events that its answer gives.
extension Courier {
    func perform(_ errand: Errand) async throws(APIError) -> [RecordDraft] {
        switch errand.call {
        case .createProduct(let sku, let body, let familyID):
            // Asked for where it is not known to be ignored: it saves a request for each product.
            let isIgnored = look { $0.learned["family-in-create"] == false }
            let asked = isIgnored ? nil : familyID
            let answer = try await client.createProduct(body.draft(sku: sku, familyID: asked))
            return try await created(answer, sku, body, familyAsked: asked)
        case .createVariant(let sku, let parentID, let body):
            let answer = try await client.createVariant(
                body.draft(sku: sku, familyID: nil), of: parentID)
            return try await created(answer, sku, body, familyAsked: nil)
        case .changeProduct(let sku, let id, let body):
            if let news = try await news(of: sku, id, before: body) { return [news] }
            let answer = try await client.patchProduct(id, body.patch)
            return drafts { ProductAnswer(answer, sku: sku, body: body, context: $0).drafts }
        case .assignFamily(let sku, let id, let family, let familyID):
            let answer = try await client.assignFamily(familyID, to: id)
            let assigned = FamilyAssigned(
                sku: sku, id: id, family: family, familyID: familyID, adopted: false,
                answer: Answer(answer.facts))
            // Another family can lose values (`plytix-api.md` 6): the answer shows what is left.
            return [assigned.draft(system: system)]
                + drafts { ProductAnswer(answer, sku: sku, body: .empty, context: $0).drafts }
        case .linkAsset(let sku, let id, let label, let asset):
            return try await link(asset, to: sku, id, label: label)
        case .link(let relation, let relationID, let source, let targets):
            return try await link(relation, relationID, source, targets)
        case .unlink(let relation, let relationID, let source, let targets):
            let facts = try await client.unlinkProducts(
                targets.map(\.id), from: source.id, relation: relationID)
            return [
                RelationUnlinked(
                    relation: relation, relationID: relationID, source: source, targets: targets,
                    answer: Answer(facts)
                ).draft(system: system)
            ]
        case .uploadAsset(let asset): return try await upload(asset)
        default: return try await define(errand.call)
        }
    }

    /// The events of an answer, held against what is known of the account.
    private func drafts(
        _ body: @Sendable (ProductAnswer.Context) -> [RecordDraft]
    ) -> [RecordDraft] {
        look { [system, planning] account in
            body(ProductAnswer.Context(system: system, account: account, planning: planning))
        }
    }

    private func created(
        _ answer: Answered<ProductCreation>, _ sku: String, _ body: ProductBody,
        familyAsked: String?
    ) async throws(APIError) -> [RecordDraft] {
        switch answer.value {
        case .created(let product):
            let answered = Answered(product, answer.facts)
            return drafts { context in
                ProductAnswer(
                    answered, sku: sku, body: body, context: context, isCreation: true,
                    familyAsked: familyAsked
                ).created
            }
        case .skuTaken: return try await adopt(sku, answer.facts)
        }
    }

    /// The SKU is taken: the product exists, and is looked up once to be taken as it is.
    private func adopt(
        _ sku: String, _ facts: AnswerFacts
    ) async throws(APIError) -> [RecordDraft] {
        if settings.sabotage.contains(.adoption) {
            return [
                failed(
                    .createProduct(sku: sku), reason: "the SKU is taken", permanence: .item,
                    answer: facts)
            ]
        }
        let product = try await liveLook.product(sku: sku, wait: searchLag)
        guard let product else {
            return [
                failed(
                    .createProduct(sku: sku), reason: "the SKU is taken, but no search finds it",
                    permanence: .transient, answer: facts)
            ]
        }
        let adopted = ProductCreated(
            sku: sku, id: product.id, adopted: true, modified: product.modified,
            answer: Answer(facts))
        let live = LiveObserved(product, sku: sku, gallery: planning.gallery)
        return [adopted.draft(system: system), live.draft(system: system)]
    }

    /// L, as far as it is waited for.
    var searchLagMax: Duration {
        settings.sabotage.contains(.searchLag) ? .zero : settings.searchLagMax
    }

    /// How products are looked up by SKU.
    var liveLook: LiveLook {
        LiveLook(client: client, isExact: !settings.sabotage.contains(.exactNames))
    }

    /// Waits for searches to catch up with what was just written.
    func searchLag() async throws(APIError) {
        do throws(CancellationError) {
            try await clock.sleep(for: searchLagMax)
        } catch {
            throw .noAnswer(.cancelled(sent: true), operation: "searchProducts")
        }
    }

    private func link(
        _ relation: String, _ relationID: String, _ source: Linked, _ targets: [Linked]
    ) async throws(APIError) -> [RecordDraft] {
        let answer = try await client.linkProducts(
            targets.map { RelationTarget(id: $0.id) }, from: source.id, relation: relationID)
        let adopted: Bool
        switch answer.value {
        case .changed: adopted = false
        case .unchanged: adopted = true
        case .unknownProducts(let ids):
            // Nothing was written: what is gone is recorded, and the next round links the rest.
            return targets.filter { ids.contains($0.id) }.map { target in
                LiveObserved(
                    id: target.id, sku: target.sku, fields: [], looked: [], gone: true
                ).draft(system: system)
            }
        }
        return [
            RelationLinked(
                relation: relation, relationID: relationID, source: source, targets: targets,
                adopted: adopted, answer: Answer(answer.facts)
            ).draft(system: system)
        ]
    }
}
