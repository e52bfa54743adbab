import Catalog
import JSON
import SandboxWorld

/// Writes items as the catalogue answers with them (`amazon-catalog-items.md` 2.5).
struct ItemWriter {
    let context: AnswerContext
    let dataSets: Set<DataSet>
    var showsSKUs = false

    var marketplaceID: String { context.index.marketplace.id }

    /// One item: its ASIN, and the data sets that were asked for in the order of their names.
    func write(_ position: Int, to json: inout JSONWriter) {
        let item = context.index.items[position]
        json.object { json in
            json.member("asin", item.asin)
            for dataSet in DataSet.allCases where dataSets.contains(dataSet) {
                switch dataSet {
                case .attributes: writeAttributes(item, to: &json)
                case .classifications: writeClassifications(position, to: &json)
                case .dimensions: writeDimensions(item, to: &json)
                case .identifiers: writeIdentifiers(item, to: &json)
                case .images: writeImages(item, to: &json)
                case .productTypes: writeProductTypes(item, to: &json)
                case .relationships: writeRelationships(item, to: &json)
                case .salesRanks: writeSalesRanks(item, position, to: &json)
                case .summaries: writeSummaries(item, position, to: &json)
                case .vendorDetails: break
                }
            }
        }
    }

    /// A data set: an array with what there is in each marketplace, here in one.
    func perMarketplace(
        _ dataSet: DataSet, to json: inout JSONWriter, _ members: (inout JSONWriter) -> Void
    ) {
        json.key(dataSet.rawValue)
        json.array { json in
            json.object { json in
                json.member("marketplaceId", marketplaceID)
                members(&json)
            }
        }
    }

    // MARK: Data sets of a few lines

    private func writeIdentifiers(_ item: World.Item, to json: inout JSONWriter) {
        let shown = item.identifiers.filter { showsSKUs || $0.type != "SKU" }
        perMarketplace(.identifiers, to: &json) { json in
            json.member("identifiers", each: shown) { identifier, json in
                json.member("identifierType", identifier.type)
                json.member("identifier", identifier.value)
            }
        }
    }

    private func writeProductTypes(_ item: World.Item, to json: inout JSONWriter) {
        perMarketplace(.productTypes, to: &json) { json in
            json.member("productType", item.productType)
        }
    }

    /// A child names its parents only, a parent its children; alone it names nobody (2.5).
    private func writeRelationships(_ item: World.Item, to json: inout JSONWriter) {
        perMarketplace(.relationships, to: &json) { json in
            json.key("relationships")
            json.array { json in
                guard !item.parents.isEmpty || !item.children.isEmpty else { return }
                json.object { json in
                    if !item.children.isEmpty { json.member("childAsins", item.children) }
                    if !item.parents.isEmpty { json.member("parentAsins", item.parents) }
                    writeTheme(item.variationTheme, to: &json)
                    json.member("type", "VARIATION")
                }
            }
        }
    }

    /// `SIZE_NAME/COLOR_NAME` has the attributes `size` and `color`.
    private func writeTheme(_ theme: String?, to json: inout JSONWriter) {
        guard let theme else { return }
        json.key("variationTheme")
        json.object { json in
            json.member(
                "attributes",
                theme.lowercased().split(separator: "/").map {
                    String($0.replacing("_name", with: ""))
                })
            json.member("theme", theme)
        }
    }
}
