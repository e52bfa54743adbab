import Catalog
package import JSON

/// What a person can do to an account in the web application.
///
/// These are changes that the program does not know of. Each returns whether there was what it was to change.
package struct AccountEditor: Sendable {
    var account: Account
    let now: Instant

    init(_ account: Account, at now: Instant) {
        self.account = account
        self.now = now
    }

    // MARK: Products

    /// Sets a plain attribute, unchecked; null clears it.
    @discardableResult
    package mutating func setAttribute(_ label: String, to value: JSONValue, of sku: String) -> Bool
    {
        change(sku) { $0.values[label] = value.isEmptyValue ? nil : value }
    }

    /// Sets the label; nil clears it.
    @discardableResult
    package mutating func setLabel(_ label: String?, of sku: String) -> Bool {
        change(sku) { $0.label = label }
    }

    /// Sets the GTIN, unchecked; nil clears it.
    @discardableResult
    package mutating func setGTIN(_ gtin: String?, of sku: String) -> Bool {
        change(sku) { $0.gtin = gtin }
    }

    /// Sets the status, unchecked.
    @discardableResult
    package mutating func setStatus(_ status: String, of sku: String) -> Bool {
        change(sku) { $0.status = status }
    }

    /// Gives a product another SKU, even one that is taken.
    @discardableResult
    package mutating func renameProduct(_ sku: String, to newSKU: String) -> Bool {
        change(sku) { $0.sku = newSKU }
    }

    /// Assigns a family by its name; nil takes it away.
    @discardableResult
    package mutating func setFamily(_ name: String?, of sku: String) -> Bool {
        let id = name.flatMap { account.families.withKey($0).first?.id }
        guard name == nil || id != nil else { return false }
        return change(sku) { $0.familyID = id }
    }

    /// Makes an empty product.
    @discardableResult
    package mutating func addProduct(_ sku: String, label: String? = nil) -> Bool {
        guard product(sku) == nil else { return false }
        account.products.insert(
            Product(
                id: account.identifiers.next(), sku: sku, label: label, created: now,
                modified: now), at: now)
        return true
    }

    /// Deletes a product with its variants.
    @discardableResult
    package mutating func deleteProduct(_ sku: String) -> Bool {
        guard let id = product(sku)?.id else { return false }
        account.removeProduct(id, at: now)
        return true
    }

    // MARK: Assets

    /// Uploads a file; gives the id of its asset.
    @discardableResult
    package mutating func uploadAsset(_ filename: String, bytes: [UInt8]) -> String {
        let id = account.identifiers.next()
        let type = FileType.contentType(ofExtension: FileType.fileExtension(of: filename))
        account.assets.insert(
            Asset(
                id: id, filename: filename, contentType: type, bytes: bytes, sourceURL: nil,
                created: now, modified: now, fileModified: now), at: now)
        return id
    }

    /// Gives an asset another file name, even one that is taken.
    @discardableResult
    package mutating func renameAsset(_ filename: String, to newName: String) -> Bool {
        guard let id = assetID(filename) else { return false }
        account.assets.change(id, at: now) { $0.filename = newName }
        return true
    }

    /// Deletes an asset and takes it out of every product.
    @discardableResult
    package mutating func deleteAsset(_ filename: String) -> Bool {
        guard let id = assetID(filename) else { return false }
        account.removeAsset(id, at: now)
        return true
    }

    /// Sets a gallery, or a media attribute, to these files in this order.
    @discardableResult
    package mutating func setGallery(_ label: String, to files: [String], of sku: String) -> Bool {
        let ids = files.compactMap(assetID)
        guard ids.count == files.count else { return false }
        return change(sku) { $0.media[label] = ids.isEmpty ? nil : ids }
    }

    /// Sets the thumbnail to a file of the account; nil takes it away.
    @discardableResult
    package mutating func setThumbnail(_ filename: String?, of sku: String) -> Bool {
        let id = filename.flatMap(assetID)
        guard filename == nil || id != nil else { return false }
        return change(sku) { $0.thumbnailID = id }
    }

    // MARK: Relations

    /// Links two products by the label of a relationship.
    @discardableResult
    package mutating func link(
        _ sku: String, to relatedSKU: String, by label: String, quantity: Int = 1
    ) -> Bool {
        guard let relationship = account.relationships.withKey(label).first,
            let related = product(relatedSKU)
        else { return false }
        let now = now
        return change(sku) { product in
            var list = product.related(by: relationship.id).filter { $0.productID != related.id }
            list.append(Related(productID: related.id, quantity: quantity, modified: now))
            product.setRelated(list, by: relationship.id)
        }
    }

    /// Takes a link between two products away.
    @discardableResult
    package mutating func unlink(_ sku: String, from relatedSKU: String, by label: String) -> Bool {
        guard let relationship = account.relationships.withKey(label).first,
            let related = product(relatedSKU)
        else { return false }
        return change(sku) { product in
            product.setRelated(
                product.related(by: relationship.id).filter { $0.productID != related.id },
                by: relationship.id)
        }
    }

    // MARK: Steps

    private func product(_ sku: String) -> Product? {
        account.products.withKey(sku).first { $0.sku == sku }
    }

    private func assetID(_ filename: String) -> String? {
        account.assets.withKey(filename).first { $0.filename == filename }?.id
    }

    private mutating func change(_ sku: String, _ body: (inout Product) -> Void) -> Bool {
        guard let id = product(sku)?.id else { return false }
        let now = now
        account.products.change(id, at: now) { product in
            body(&product)
            product.modified = now
        }
        return true
    }
}
