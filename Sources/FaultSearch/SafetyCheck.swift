import JSON
import JournalStore
import PlytixSandbox
import SandboxFaults

/// What must hold after each run, even one that died.
struct SafetyCheck {
    let world: TrialWorld
    let before: AccountReading
    let now: AccountReading
    let journal: JournalReading
    let deeds: Deeds.List
    /// Uploads of which an answer was lost or doubled, by file name: beyond H and L each may have left
    /// one more.
    let lostUploads: [String: Int]

    var findings: [Finding] {
        doubles + foreign + edits + truth + announced
    }

    // MARK: Nothing is twice

    private var doubles: [Finding] {
        var found: [String] = []
        for (sku, count) in now.products.map(\.sku).repeated {
            found.append("\(count) products of the SKU \(sku)")
        }
        let files = now.assets.map(\.file).filter { $0.hasPrefix("amazon_") }
        for (file, count) in files.repeated where count - 1 > extrasMax(of: file) {
            found.append("\(count) assets of the name \(file)")
        }
        let definitions = now.definitions.repeated
        let trial = world.trial
        let definitionsMax = trial.isWithinPromise ? 0 : trial.stages.count
        if definitions.reduce(0, { $0 + $1.count - 1 }) > definitionsMax {
            for (name, count) in definitions { found.append("\(count) times \(name)") }
        }
        for product in now.products {
            for relation in [AccountReading.hierarchy, AccountReading.listings] {
                for (target, count) in product.targets(of: relation).repeated {
                    found.append("\(product.sku) is linked \(count) times to \(target)")
                }
            }
            for (file, count) in product.gallery.repeated
            where now.assets.count(where: { $0.file == file }) < count {
                found.append("\(product.sku) shows \(file) \(count) times")
            }
        }
        return found.map { Finding(invariant: .nothingIsTwice, detail: $0) }
    }

    private func extrasMax(of file: String) -> Int {
        world.trial.isWithinPromise ? 0 : lostUploads[file] ?? 0
    }

    // MARK: Others' things

    /// Products, assets and definitions that were there before us, and what people added since.
    private var foreign: [Finding] {
        var found: [String] = []
        for product in before.products where !product.isOurs {
            guard let current = now.product(product.sku) else {
                found.append("\(product.sku) is gone")
                continue
            }
            if Self.foreignPart(product.json) != Self.foreignPart(current.json) {
                found.append("\(product.sku) was changed")
            }
        }
        for sku in deeds.lookalikes {
            let product = now.product(sku)
            if product?.json["label"].string != "Not ours" || product?.gallery.isEmpty == false
                || product?.targets(of: AccountReading.hierarchy).isEmpty == false
            {
                found.append("\(sku), which is not ours, was changed")
            }
        }
        for asset in before.assets where !now.assets.contains(where: { $0.id == asset.id }) {
            found.append("the asset \(asset.file) is gone")
        }
        for file in deeds.foreignFiles {
            let isShown = now.products.contains { $0.gallery.contains(file) }
            if isShown { found.append("\(file), which is not ours, is shown") }
        }
        return found.map { Finding(invariant: .othersAreUntouched, detail: $0) }
    }

    /// A product without the listings that we add to it.
    private static func foreignPart(_ product: JSONValue) -> JSONValue {
        var product = product
        var relations = product["relations"].object ?? JSONObject()
        relations[AccountReading.listings] = nil
        product["relations"] = .object(relations)
        return product
    }

    private var edits: [Finding] {
        var found: [String] = []
        for (sku, value) in deeds.sizes {
            guard let product = now.product(sku) else { continue }
            let live = product.json["attributes"]["amazon_size"].string
            if live != value { found.append("\(sku): \(live ?? "nothing") instead of \(value)") }
        }
        for sku in deeds.completed {
            guard let product = now.product(sku) else { continue }
            if product.json["status"].string != "Completed" {
                found.append("\(sku): its status was set back")
            }
            if product.json["attributes"]["amazon_is_primary"].bool != true {
                found.append("\(sku): it is not the primary one any more")
            }
        }
        return found.map { Finding(invariant: .editsStand, detail: $0) }
    }

    // MARK: The journal's word

    private var truth: [Finding] {
        var found: [String] = []
        for (sku, id) in journal.products where !deeds.deletedProducts.contains(sku) {
            if now.product(sku)?.id != id { found.append("\(sku) is not there as \(id)") }
        }
        let assets = Set(now.assets.map(\.id))
        for (file, id) in journal.assets
        where !deeds.deletedPictures.contains(file) && !assets.contains(id) {
            found.append("\(file) is not there as \(id)")
        }
        for link in journal.links.subtracting(journal.doubtfulLinks)
        where !deeds.deletedProducts.contains(link.source)
            && !deeds.deletedProducts.contains(link.target)
        {
            let targets = now.product(link.source)?.targets(of: link.relation) ?? []
            if !targets.contains(link.target) {
                found.append("\(link.source) is not linked to \(link.target)")
            }
        }
        let doubtful = journal.doubtful
        for (sku, ids) in journal.galleries
        where journal.products[sku] != nil && !doubtful.contains(sku) {
            guard let product = now.product(sku), !deeds.deletedProducts.contains(sku) else {
                continue
            }
            let files = ids.compactMap(now.file)
            if files != product.gallery, !world.trial.losesGalleryOrder {
                found.append("the gallery of \(sku) is \(product.gallery) and not \(files)")
            }
        }
        found += untrueValues
        return found.sorted().map { Finding(invariant: .journalIsTrue, detail: $0) }
    }

    /// Values of fields and thumbnails that are others than the journal says, and that nobody else
    /// wrote.
    private var untrueValues: [String] {
        var found: [String] = []
        let doubtful = journal.doubtful
        for (sku, id) in journal.products where !doubtful.contains(sku) {
            guard let product = now.product(sku), product.id == id else { continue }
            for (field, said) in journal.fields[sku] ?? [:] where !isWrittenByOthers(field, sku) {
                let live = product.value(of: field)
                if live != said {
                    found.append("\(sku): \(field) is \(live.text) and not \(said.text)")
                }
            }
            if let asset = journal.thumbnails[sku], let file = now.file(asset),
                product.thumbnail != file
            {
                found.append(
                    "\(sku): the thumbnail is \(product.thumbnail ?? "none") and not \(file)")
            }
        }
        return found
    }

    /// Whether people wrote the field.
    private func isWrittenByOthers(_ field: String, _ sku: String) -> Bool {
        switch field {
        case "attributes.amazon_size": deeds.sizes[sku] != nil
        case "status", "attributes.amazon_is_primary": deeds.completed.contains(sku)
        default: false
        }
    }

    private var announced: [Finding] {
        var served: [String: Int] = [:]
        for request in world.door.all where request.isWrite {
            served["\(request.method) \(request.path)", default: 0] += 1
        }
        return served.sorted { $0.key < $1.key }.compactMap { call, count in
            let intents = journal.intents[call] ?? 0
            let isDoubled = world.trial.doublesRequests
            guard count > (isDoubled ? intents * 2 : intents) else { return nil }
            return Finding(
                invariant: .everyWriteIsAnnounced,
                detail: "\(call) arrived \(count) times under \(intents) intents")
        }
    }
}

extension Trial {
    var losesGalleryOrder: Bool { plytixQuirks.contains(.galleryOrderLost) }
    var doublesRequests: Bool {
        stages.contains { $0.faults.rules.contains { $0.fault.kind == .twice } }
    }
}
