package import Catalog
package import JSON
package import Projections
import Planning
import PlytixAPI

/// What a create or change of a product carries, made of the effects that it stands for.
///
/// Pictures that are not there (their upload failed) are left out: what the body really carries is
/// in `gallery` and `thumbnail`.
package struct ProductBody: Sendable, Hashable {
    /// `label`, `status`, `gtin`; null clears one.
    package private(set) var fields = JSONObject()
    /// By label; null clears one.
    package private(set) var attributes = JSONObject()
    package private(set) var changes: [FieldChange] = []
    /// The gallery that the body sets: label, file names and asset ids in the same order.
    package private(set) var gallery: Gallery?
    package private(set) var thumbnail: Asset?

    package struct Asset: Sendable, Hashable {
        package let file: String
        package let id: String
    }
    package struct Gallery: Sendable, Hashable {
        package let label: String
        package let assets: [Asset]
    }

    /// - Parameters:
    ///   - effects: of one product.
    ///   - account: whose ids stand for the names.
    ///   - today: the date that stands for the day of the write.
    package init(effects: [Effect], account: AccountState, today: String) {
        for effect in effects {
            switch effect {
            case .setFields(_, let changes):
                for change in changes { add(change, today: today) }
            case .setGallery(let sku, let label, let files, _):
                // It may have been planned before this was learned.
                guard account.learned["gallery-by-list"] != false else { continue }
                // Two pictures can be one asset, where Plytix compares bytes.
                var ids = Set<String>()
                let assets = files.compactMap { file in
                    account.assetID(file, shownBy: sku).map { Asset(file: file, id: $0) }
                }.filter { ids.insert($0.id).inserted }
                guard assets.map(\.id) != account.products[sku]?.gallery.value ?? [] else {
                    continue
                }
                gallery = Gallery(label: label, assets: assets)
                attributes[label] = MediaValue.gallery(assets.map(\.id))
            case .setThumbnail(let sku, let file, _):
                thumbnail = account.assetID(file, shownBy: sku).map { Asset(file: file, id: $0) }
            default: break
            }
        }
    }

    /// One that writes nothing.
    static let empty = ProductBody(effects: [], account: AccountState(), today: "")

    /// Whether there is nothing to write.
    package var isEmpty: Bool { fields.isEmpty && attributes.isEmpty && thumbnail == nil }

    /// Whether nothing but the date of the write is left, which is no reason to write.
    func isOnlyDated(_ effects: [Effect]) -> Bool {
        gallery == nil && thumbnail == nil
            && changes.allSatisfy { change in
                effects.contains { effect in
                    guard case .setFields(_, let planned) = effect else { return false }
                    return planned.contains {
                        $0.field == change.field && $0.new == FieldValue.today
                    }
                }
            }
    }

    private mutating func add(_ change: FieldChange, today: String) {
        var change = change
        if change.new == FieldValue.today {
            change = FieldChange(
                field: change.field, old: change.old, new: .string(today), rule: change.rule,
                reason: change.reason)
        }
        changes.append(change)
        let value = change.new ?? .null
        if change.field.hasPrefix("attributes.") {
            attributes[String(change.field.dropFirst("attributes.".count))] = value
        } else {
            fields[change.field] = value
        }
    }
}

extension ProductBody {
    /// As a product to create.
    func draft(sku: String, familyID: String?) -> ProductDraft {
        ProductDraft(
            sku: sku, label: fields["label"]?.string, status: fields["status"]?.string,
            gtin: fields["gtin"]?.string, attributes: attributes, thumbnail: thumbnail?.id,
            familyID: familyID)
    }

    /// As a change of a product.
    var patch: ProductPatch {
        ProductPatch(
            fields: fields, attributes: attributes, thumbnail: thumbnail.map { .asset($0.id) })
    }
}
