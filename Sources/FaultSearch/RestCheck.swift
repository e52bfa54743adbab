import AmazonSandbox
import JSON
import PlytixSandbox
import SandboxWorld

/// What must hold when runs without faults have come to rest.
struct RestCheck {
    let world: TrialWorld
    let now: AccountReading
    /// The account as runs without any fault or quirk leave it.
    let undisturbed: AccountReading
    let journal: JournalReading
    let deeds: Deeds.List
    /// Whether the last run said that nothing is missing.
    let claimsComplete: Bool

    var findings: [Finding] { doubts + accounted + unclaimed + lost + unlisted + failures }

    private var doubts: [Finding] {
        journal.open.sorted { $0.key < $1.key }.map {
            Finding(invariant: .nothingIsInDoubt, detail: "\($0.key) \($0.value)")
        }
    }

    /// Every ASIN of the catalogue is in Plytix, or the journal says why not.
    private var accounted: [Finding] {
        guard journal.isWhole else { return [] }
        return world.world.items.map(\.asin).compactMap { asin in
            let sku = "AMZN-US-\(asin)"
            guard isFindable(asin) else { return nil }
            let hasReason =
                journal.missing.contains(asin) || journal.gone.contains(sku)
                || deeds.deletedProducts.contains(sku)
                || journal.failures.values.contains { $0.subject == "sku:\(sku)" }
            guard now.product(sku) == nil, !hasReason else { return nil }
            return Finding(invariant: .everythingIsAccounted, detail: "nothing is said of \(asin)")
        }
    }

    /// Items that Amazon left out are nobody's fault, but no run calls itself complete without
    /// them; unless the number that Amazon announces leaves them out too.
    private var unclaimed: [Finding] {
        guard claimsComplete, !world.trial.amazonQuirks.contains(.estimatedCount) else { return [] }
        return world.world.items.map(\.asin).filter(isFindable).compactMap { asin in
            let sku = "AMZN-US-\(asin)"
            guard now.product(sku) == nil, !deeds.deletedProducts.contains(sku) else { return nil }
            return Finding(
                invariant: .everythingIsAccounted, detail: "complete is said without \(asin)")
        }
    }

    /// Whether a search finds the item, or one that it finds names it as its parent: nobody knows
    /// of the others.
    private func isFindable(_ asin: String) -> Bool {
        let items = world.world.items
        let omits = world.trial.amazonQuirks.contains(.searchOmitsParents)
        let found = items.filter { item in
            item.isSearchable && !(omits && item.classification == "VARIATION_PARENT")
        }
        return found.contains { $0.asin == asin || $0.parents.contains(asin) }
    }

    // MARK: Nothing is lost

    private var lost: [Finding] {
        guard journal.isWhole else { return [] }
        var found = leftBehind
        for wanted in undisturbed.products {
            guard !deeds.deletedProducts.contains(wanted.sku),
                journal.failures["create \(wanted.sku)"] == nil
            else { continue }
            guard let current = now.product(wanted.sku) else {
                found.append("\(wanted.sku) is not there")
                continue
            }
            found += differences(current, wanted)
        }
        return found.map { Finding(invariant: .nothingIsLost, detail: $0) }
    }

    private func differences(
        _ current: AccountReading.Product, _ wanted: AccountReading.Product
    ) -> [String] {
        let sku = wanted.sku
        var found: [String] = []
        func compare(_ what: String, _ a: JSONValue, _ b: JSONValue) {
            if a != b { found.append("\(sku): \(what) is \(a.text) instead of \(b.text)") }
        }
        if wanted.isOurs, journal.failures["fields \(sku)"] == nil {
            let isAdopted = deeds.createdProducts.contains(sku)
            compare("label", current.json["label"], wanted.json["label"])
            for (label, value) in wanted.json["attributes"].object?.members ?? [] {
                if label == "amazon_last_synced" { continue }
                if label == "amazon_size", deeds.sizes[sku] != nil { continue }
                if label == "amazon_is_primary", isAdopted || deeds.completed.contains(sku) {
                    continue
                }
                compare(label, current.json["attributes"][label], value)
            }
            if journal.failures["assign-family \(sku)"] == nil {
                compare("family", current.json["family"], wanted.json["family"])
            }
        }
        if wanted.isOurs, journal.failures["gallery \(sku)"] == nil {
            let shown = galleries(current)
            let expected = galleries(wanted)
            let isEqual =
                world.trial.losesGalleryOrder || world.trial.ordersGalleryOtherwise
                ? Set(shown) == Set(expected) : shown == expected
            if !isEqual { found.append("\(sku) shows \(shown) instead of \(expected)") }
        }
        if wanted.isOurs, journal.failures["thumbnail \(sku)"] == nil,
            let thumbnail = wanted.thumbnail, galleries(wanted).contains(thumbnail),
            current.thumbnail != thumbnail
        {
            let shown = current.thumbnail ?? "no picture"
            found.append("\(sku): the thumbnail is \(shown) instead of \(thumbnail)")
        }
        for relation in [AccountReading.hierarchy, AccountReading.listings]
        where journal.failures["link \(relation) \(sku)"] == nil {
            let expected = Set(wanted.targets(of: relation)).subtracting(unreachable)
            let shown = Set(current.targets(of: relation)).subtracting(unreachable)
                .subtracting(forgotten.map(\.sku))
            if shown != expected {
                found.append(
                    "\(sku): \(relation) leads to \(shown.sorted()) instead of \(expected.sorted())"
                )
            }
        }
        return found
    }

    /// Products of ours that a first sync of what Amazon has now would not find, since they were
    /// known only as the parents of what are other parents' children by now.
    private var forgotten: [AccountReading.Product] {
        now.products.filter { $0.isOurs && undisturbed.product($0.sku) == nil }
    }

    /// Links of those to children that went elsewhere.
    private var leftBehind: [String] {
        let items = world.world.items
        return forgotten.flatMap { product in
            let item = items.first { "AMZN-US-\($0.asin)" == product.sku }
            let children = Set(item?.children.map { "AMZN-US-\($0)" } ?? [])
            return Set(product.targets(of: AccountReading.hierarchy))
                .subtracting(children).subtracting(unreachable).sorted()
                .map { "\(product.sku) still leads to \($0)" }
        }
    }

    /// Products that cannot be linked.
    private var unreachable: Set<String> {
        deeds.deletedProducts.union(
            journal.failures.keys.filter { $0.hasPrefix("create ") }.map {
                String($0.dropFirst("create ".count))
            })
    }

    /// A gallery without the pictures that are nobody's fault.
    private func galleries(_ product: AccountReading.Product) -> [String] {
        product.gallery.filter { file in
            !deeds.spoiltPictures.contains(file) && !deeds.deletedPictures.contains(file)
                && journal.failures["asset \(file)"] == nil
                && journal.failures["gallery \(product.sku) \(file)"] == nil
        }
    }

    /// Pictures that are there twice, since an answer was lost, and that nobody is told of.
    private var unlisted: [Finding] {
        let trial = world.trial
        // Of what the network doubled no answer was lost.
        guard !trial.doublesRequests, !trial.incidents.contains(where: \.movesClock) else {
            return []
        }
        return now.assets.map(\.file).filter { $0.hasPrefix("amazon_") }.repeated.filter {
            journal.failures["extra \($0.element)"] == nil
                && journal.failures["asset \($0.element)"] == nil
        }.map { file, count in
            Finding(
                invariant: .extrasAreListed, detail: "\(count) assets of the name \(file)")
        }
    }

    // MARK: Reasons

    /// Failures that nothing in the trial explains: the engine gave something up that it could
    /// have done.
    private var failures: [Finding] {
        journal.failures.sorted { $0.key < $1.key }.compactMap { key, failure in
            guard !isExplained(key) else { return nil }
            return Finding(
                invariant: .failuresHaveReasons, detail: "\(key): \(failure.reason)")
        }
    }

    private func isExplained(_ key: String) -> Bool {
        let words = key.split(separator: " ").map(String.init)
        guard words.count > 1 else { return false }
        let name = words[1...].joined(separator: " ")
        if key.hasPrefix("extra ") { return now.assets.count { $0.file == name } > 1 }
        if key.hasPrefix("asset ") {
            // Beyond H and L two can arise, between which only a person can choose.
            let isTwice = now.assets.count { $0.file == name } > 1 && !world.trial.isWithinPromise
            // A picture that Plytix fetches beyond L after its answer is one without bytes till then.
            let isLate =
                world.trial.plytixQuirks.contains(.fetchedLater)
                && world.trial.acceptedDelay > Trial.searchLagMax
            // A conflict that does not say with what, and searches that do not show it within L.
            let isUnseen =
                world.trial.plytixQuirks.contains(.assetConflictInWords)
                && !world.trial.isWithinPromise
            return deeds.spoiltPictures.contains(name) || deeds.deletedPictures.contains(name)
                || isTwice || isLate || isUnseen
        }
        let skus = words[1...].filter { $0.hasPrefix("AMZN-") }
        return skus.contains { sku in
            deeds.deletedProducts.contains(sku)
                || world.trial.plytixQuirks.contains(.skuIgnoresCase)
                    && deeds.lookalikes.contains(sku.lowercased())
        }
    }
}

extension Trial {
    /// Whether galleries come out in another order than they were written, on a way of their own.
    var ordersGalleryOtherwise: Bool {
        plytixQuirks.contains(.galleryLinkPrepends) || plytixQuirks.contains(.galleryPatchAppends)
    }
}
