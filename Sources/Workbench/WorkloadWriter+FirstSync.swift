import Catalog
import Events
import JSON
import Projections

/// The first sync: everything is new.
extension WorkloadWriter {
    mutating func firstSync() async throws {
        try await beginRun()
        try await readAmazon { _ in true }
        try await append([
            TargetBound(
                alias: "default", account: "5c4ed8002f0985001d233274", how: .claims,
                evidence: JSONObject([("account", "5c4ed8002f0985001d233274")])
            ).draft(system: Self.plytix)
        ])
        try await readCanonicals(isNew: true)
        for number in 0..<workload.products { try await match(number) }
        for number in 0..<workload.products {
            for picture in product(number).ownPictures { try await upload(picture, for: number) }
        }
        for number in 0..<workload.products { try await create(number) }
        for number in 0..<workload.products { try await link(number) }
        try await finishRun()
    }

    /// Reads all pages of Amazon; what `isChanged` names gets an event of its own.
    mutating func readAmazon(_ isChanged: (Int) -> Bool) async throws {
        let (source, cell) = ("amazon.searchCatalogItems", "brand=Sandbox Brand;US")
        var reading = PageReading(system: Self.amazon, before: seen[source] ?? [])
        var all: [SeenItem] = []
        for first in stride(from: 0, to: workload.products, by: Self.pageSize.amazon) {
            let numbers = first..<min(first + Self.pageSize.amazon, workload.products)
            let items = numbers.map {
                SeenItem(
                    subject: .asin(workload.product($0).key),
                    hash: digest($0 + revisions[$0] * workload.products))
            }
            all += items
            let page = first / Self.pageSize.amazon + 1
            let observed = PageObserved(
                source: source, cell: cell, page: page, token: page == 1 ? nil : token(page),
                next: numbers.upperBound < workload.products ? token(page + 1) : nil,
                requestIDs: [requestID], date: "Sun, 01 Mar 2026 08:30:04 GMT",
                announced: workload.products, items: items.map { .item($0) }, absent: [])
            let changed = numbers.filter(isChanged)
            for (place, number) in changed.enumerated() { exported[number] = position + 2 + place }
            let exports = changed.map { number in
                let product = product(number)
                let hash = items[number - first].hash
                return ProductExported(item: product.item, itemHash: hash, raw: digest(-number))
                    .draft(system: Self.amazon, cause: [.earlier(0)])
            }
            try await append(reading.take(observed, news: exports))
        }
        seen[source] = all
        try await append(reading.finish())
        try await completeSource(source, cell: cell, system: Self.amazon)
    }

    mutating func readCanonicals(isNew: Bool) async throws {
        let source = "plytix.searchProducts"
        var reading = PageReading(system: Self.plytix, before: seen[source] ?? [])
        var all: [SeenItem] = []
        for first in stride(from: 0, to: workload.products, by: Self.pageSize.plytix) {
            let numbers = first..<min(first + Self.pageSize.plytix, workload.products)
            let canonicals = numbers.map { workload.product($0).canonical }
            let items = zip(numbers, canonicals).map {
                SeenItem(subject: .sku($1.sku), hash: digest($0))
            }
            all += items
            let observed = PageObserved(
                source: source, cell: "canonicals", page: first / Self.pageSize.plytix + 1,
                date: "Sun, 01 Mar 2026 08:30:04 GMT", announced: workload.products,
                items: items.map { .item($0) }, absent: [])
            let news =
                isNew
                ? zip(items, canonicals).map { item, canonical in
                    CanonicalObserved(canonical: canonical, hash: item.hash)
                        .draft(system: Self.plytix, cause: [.earlier(0)])
                } : []
            try await append(reading.take(observed, news: news))
        }
        seen[source] = all
        try await append(reading.finish())
        try await completeSource(source, cell: "canonicals", system: Self.plytix)
    }

    /// As long as those of the sandbox, and another in every run.
    private func token(_ page: Int) -> String {
        (0..<3).map { digest(page + position &+ $0).hex }.joined()
    }

    private var requestID: String { "6c1a35b5-4f2b-4f0e-9d5a-\(digest(position).hex.prefix(12))" }

    private mutating func completeSource(_ source: String, cell: String, system: System)
        async throws
    {
        let completed = SourceCompleted(
            source: source, cell: cell, seen: workload.products, announced: workload.products,
            stop: .end, whole: true)
        try await append([completed.draft(system: system)])
    }

    /// Judges an item, the parents in vain.
    mutating func match(_ number: Int) async throws {
        let product = product(number)
        let cause = [RecordDraft.Cause.sequence(exported[number])]
        guard let identifier = product.item.identifiers.last else {
            let missed = MatchMissed(
                item: product.key, reason: "no canonical product has its numbers",
                suggestedSKU: product.sku, tried: [])
            return try await append([missed.draft(system: Self.plytix, cause: cause)])
        }
        let found = MatchFound(
            item: product.key, canonicalSKU: product.canonicalSKU,
            canonicalID: product.canonicalID, rule: "gtin",
            amazon: .init(
                field: "EAN", found: identifier.value, normalised: "0\(identifier.value)"),
            canonical: .init(
                field: "gtin", found: product.canonical.gtin ?? "",
                normalised: "0\(identifier.value)"),
            losers: [.init(sku: product.sku, rule: "model_number", reason: "rule gtin is first")])
        try await append([found.draft(system: Self.plytix, cause: cause)])
    }

    mutating func upload(_ picture: String, for number: Int) async throws {
        let file = WorkloadProduct.file(picture)
        let id = WorkloadProduct.assetID(picture, seed: workload.seed)
        let url = "https://m.media-amazon.com/images/I/\(picture).jpg"
        try await request(
            [.uploadAsset(AssetSource(file: file, picture: picture, url: url))],
            path: "/api/v1/assets", cause: exported[number],
            outcomes: [
                AssetUploaded(
                    picture: picture, file: file, id: id, url: url,
                    servedURL: "https://files.plytix.com/api/v1.1/file/public_files/pim/assets/"
                        + "5c4ed8002f0985001d233274/images/\(id)/\(file)",
                    size: 48_213, adopted: false, answer: answer)
            ])
    }

    private mutating func create(_ number: Int) async throws {
        let product = product(number)
        let (sku, id, changes) = (product.sku, product.id, product.changes)
        let files = product.pictures.map(WorkloadProduct.file)
        let assets = product.pictures.map {
            WorkloadProduct.assetID($0, seed: workload.seed)
        }
        try await request(
            [
                .createProduct(sku: sku), .setFields(sku: sku, changes: changes),
                .setGallery(sku: sku, label: "amazon_images", files: files, old: []),
                .setThumbnail(sku: sku, file: files[0], old: nil),
            ], path: "/api/v1/products", cause: exported[number],
            outcomes: [
                ProductCreated(
                    sku: sku, id: id, adopted: false,
                    modified: "2026-03-01T08:31:12.345000+00:00", answer: answer),
                AttributesSet(
                    sku: sku, id: id, changes: changes,
                    modified: "2026-03-01T08:31:12.345000+00:00", answer: answer),
                GallerySet(
                    sku: sku, id: id, label: "amazon_images", files: files, assets: assets,
                    answer: answer),
                ThumbnailSet(sku: sku, id: id, file: files[0], asset: assets[0], answer: answer),
            ])
        try await request(
            [.assignFamily(sku: sku, family: "Amazon")], path: "/api/v1/products/\(id)/family",
            cause: exported[number],
            outcomes: [
                FamilyAssigned(
                    sku: sku, id: id, family: "Amazon", familyID: "65e1ef7cb7c2d90011aa00f1",
                    adopted: false, answer: answer)
            ])
    }

    private mutating func link(_ number: Int) async throws {
        let product = product(number)
        let target = Linked(sku: product.sku, id: product.id)
        try await request(
            [
                .link(
                    relation: "amazon_listings", source: product.canonicalSKU,
                    targets: [product.sku])
            ],
            path: "/api/v1/products/\(product.canonicalID)/relationships/65e1ef80b7c2d90011aa00e1",
            cause: exported[number],
            outcomes: [
                RelationLinked(
                    relation: "amazon_listings", relationID: "65e1ef80b7c2d90011aa00e1",
                    source: Linked(sku: product.canonicalSKU, id: product.canonicalID),
                    targets: [target], adopted: false, answer: answer)
            ])
    }
}
