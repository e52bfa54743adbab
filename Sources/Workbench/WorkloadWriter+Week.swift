import Catalog
import Events
import JSON
import SandboxWorld

/// A later week: everything is read again, and what changed is written.
extension WorkloadWriter {
    mutating func week() async throws {
        try await beginRun()
        var changed: [Int] = []
        for number in 0..<workload.products where chance.chance(workload.changesAWeek) {
            revisions[number] += 1
            changed.append(number)
        }
        let names = Set(changed)
        try await readAmazon { names.contains($0) }
        try await readCanonicals(isNew: false)
        for number in changed { try await change(number) }
        try await finishRun()
    }

    /// Mostly a title; now and then a new match, a picture or a thumbnail.
    private mutating func change(_ number: Int) async throws {
        let product = product(number)
        let title = JSONValue(product.item.title)
        let before = JSONValue(
            workload.product(number, revision: revisions[number] - 1).item.title)
        let changes = ["label", "attributes.amazon_title"].map {
            FieldChange(field: $0, old: before, new: title, rule: .always, reason: .amazon)
        }
        try await request(
            [.setFields(sku: product.sku, changes: changes)], "PATCH",
            path: "/api/v1/products/\(product.id)", cause: exported[number],
            outcomes: [
                AttributesSet(
                    sku: product.sku, id: product.id, changes: changes,
                    modified: "2026-03-01T08:31:12.345000+00:00", answer: answer)
            ])
        if chance.chance(300) { try await match(number) }
        if chance.chance(300) { try await renewGallery(of: product) }
        if chance.chance(100) { try await look(at: product) }
    }

    private mutating func renewGallery(of product: WorkloadProduct) async throws {
        let files = product.pictures.map(WorkloadProduct.file)
        let turned = Array(files.dropFirst() + files.prefix(1))
        let assets = product.pictures.map {
            WorkloadProduct.assetID($0, seed: workload.seed)
        }
        try await request(
            [.setGallery(sku: product.sku, label: "amazon_images", files: turned, old: files)],
            "PATCH", path: "/api/v1/products/\(product.id)", cause: exported[product.number],
            outcomes: [
                GallerySet(
                    sku: product.sku, id: product.id, label: "amazon_images", files: turned,
                    assets: Array(assets.dropFirst() + assets.prefix(1)), answer: answer),
                ThumbnailSet(
                    sku: product.sku, id: product.id, file: turned[0], asset: assets[1],
                    answer: answer),
            ])
    }

    private mutating func look(at product: WorkloadProduct) async throws {
        let fields = product.changes.map {
            LiveField(field: $0.field, value: $0.new ?? .null)
        }
        let observed = LiveObserved(
            id: product.id, sku: product.sku, fields: fields,
            family: LiveReference(id: "65e1ef7cb7c2d90011aa00f1"),
            looked: ["fields", "family"], gone: false)
        let drift = DriftFound(
            sku: product.sku, field: "label", known: JSONValue(product.item.title),
            live: "Somebody's title")
        try await append([
            observed.draft(system: Self.plytix),
            drift.draft(system: Self.plytix, cause: [.earlier(0)]),
        ])
    }
}
