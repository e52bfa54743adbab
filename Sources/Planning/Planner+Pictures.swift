import Catalog
import JSON
package import Projections

/// Phase 5 as values: each picture once, whole galleries, MAIN as thumbnail.
extension Planner {
    /// Uploads of the pictures that products need and the account does not have.
    func assets() -> [PlannedRequest] {
        guard phases.contains(.images) else { return [] }
        var files = Set<String>()
        return desired.products.flatMap { product -> [PlannedRequest] in
            // Pictures of a product that cannot be there are not uploaded.
            guard reachable.contains(product.sku) else { return [] }
            return product.pictures.compactMap { picture in
                // What somebody deleted is drift: brought back only when a person says so.
                guard account.assets[picture.fileName] == nil,
                    account.goneAssets[picture.fileName] == nil,
                    files.insert(picture.fileName).inserted
                else { return nil }
                let effect = Effect.uploadAsset(
                    AssetSource(file: picture.fileName, picture: picture.id, url: picture.url))
                guard isOpen(effect) else { return nil }
                return PlannedRequest([effect], cause: product.cause)
            }
        }
    }

    /// Whether a picture is there, or is on its way in this plan.
    private func isAvailable(_ picture: Picture) -> Bool {
        account.assets[picture.fileName] != nil
            || account.goneAssets[picture.fileName] == nil
                && isOpen(
                    .uploadAsset(
                        AssetSource(file: picture.fileName, picture: picture.id, url: picture.url)))
    }

    /// The files of a product's gallery as it shall be: ours in slot order, then what else is there
    /// and shall stay.
    func galleryFiles(of product: DesiredProduct, known: KnownProduct?) -> [String] {
        let ours = product.pictures.filter(isAvailable).map(\.fileName)
        let kept = (known?.gallery.value ?? []).map(account.fileName).filter { file in
            guard !ours.contains(file) else { return false }
            let isOurs = account.assets[file] != nil
            return !isOurs || settings.onRemoval == .keep
        }
        return ours + kept
    }

    /// The gallery and thumbnail effects of a product that are to be tried.
    func pictureEffects(of product: DesiredProduct, known: KnownProduct?) -> [Effect] {
        let isLater = known == nil && account.learned["gallery-in-create"] == false
        return pictureCandidates(of: product, known: known).filter { effect in
            isOpen(effect) && !(isLater && effect.isGallery)
        }
    }

    /// The gallery and thumbnail effects that a product needs, whatever became of them before.
    func pictureCandidates(of product: DesiredProduct, known: KnownProduct?) -> [Effect] {
        var effects: [Effect] = []
        let old = (known?.gallery.value ?? []).map(account.fileName)
        let files = galleryFiles(of: product, known: known)
        if isOther(files, than: known, sku: product.sku),
            account.learned["gallery-by-list"] != false
        {
            effects.append(
                .setGallery(sku: product.sku, label: settings.gallery, files: files, old: old))
        }
        if let thumbnail = thumbnail(of: product, known: known) { effects.append(thumbnail) }
        return effects
    }

    /// Whether a gallery of these files would be another than the known one.
    ///
    /// Compared by assets, since two pictures can be one asset.
    private func isOther(_ files: [String], than known: KnownProduct?, sku: String) -> Bool {
        var wanted: [String] = []
        for file in files {
            guard let id = account.assetID(file, shownBy: sku) else { return true }
            if !wanted.contains(id) { wanted.append(id) }
        }
        return wanted != known?.gallery.value ?? []
    }

    /// The MAIN picture, unless a person chose another one.
    private func thumbnail(of product: DesiredProduct, known: KnownProduct?) -> Effect? {
        guard let picture = product.thumbnail, isAvailable(picture) else { return nil }
        let current = known?.thumbnail.value ?? nil
        let old = current.map(account.fileName)
        if let current, current == account.assets[picture.fileName]?.id { return nil }
        if let known, let current {
            let isOurChoice =
                known.writtenThumbnail == current
                || known.writtenThumbnail == nil && account.assets[account.fileName(current)] != nil
            guard isOurChoice else { return nil }
        }
        return .setThumbnail(sku: product.sku, file: picture.fileName, old: old)
    }

    /// Link by link, for an account that was seen not to take whole galleries: what is missing is
    /// added at the end, one request each.
    ///
    /// Where links go to the front, the last picture is linked first. An account that takes whole
    /// galleries, but not in a create, gets them as the first change of a new product.
    func galleries() -> [PlannedRequest] {
        guard phases.contains(.images) else { return [] }
        let isBackward = account.learned["gallery-links-append"] == false
        return desired.products.filter { reachable.contains($0.sku) }.flatMap { product in
            let links = linkEffects(of: product)
            let effects = laterGallery(of: product) + (isBackward ? links.reversed() : links)
            return effects.filter(isOpen).map { PlannedRequest([$0], cause: product.cause) }
        }
    }

    /// The gallery of a product that this plan makes, where its create cannot carry it.
    private func laterGallery(of product: DesiredProduct) -> [Effect] {
        guard account.learned["gallery-in-create"] == false, account.products[product.sku] == nil
        else { return [] }
        return pictureCandidates(of: product, known: nil).filter(\.isGallery)
    }

    /// One effect for each picture that the gallery lacks; none where whole galleries are taken.
    func linkEffects(of product: DesiredProduct) -> [Effect] {
        guard account.learned["gallery-by-list"] == false else { return [] }
        let known = account.products[product.sku]
        let shown = known?.gallery.value ?? []
        return galleryFiles(of: product, known: known).filter { file in
            account.assetID(file, shownBy: product.sku).map { !shown.contains($0) } ?? true
        }.map { .linkAsset(sku: product.sku, label: settings.gallery, file: $0) }
    }
}

extension Effect {
    /// Whether it writes a gallery as a whole.
    fileprivate var isGallery: Bool { if case .setGallery = self { true } else { false } }
}

extension AccountState {
    /// The name of an asset's file; one whose name nobody told us is named by its id.
    package func fileName(_ assetID: String) -> String { files[assetID] ?? "id:\(assetID)" }

    /// The id of the asset of a file name: one of ours, else one that the product shows already.
    package func assetID(_ file: String, shownBy sku: String) -> String? {
        if let asset = assets[file] { return asset.id }
        return products[sku]?.gallery.value?.first { fileName($0) == file }
    }
}
