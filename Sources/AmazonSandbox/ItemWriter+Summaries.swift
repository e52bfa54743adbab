import Catalog
import JSON
import SandboxWorld

extension ItemWriter {
    /// What an item is at a glance; what is not known is left out, or null with the quirk.
    func writeSummaries(_ item: World.Item, _ position: Int, to json: inout JSONWriter) {
        perMarketplace(.summaries, to: &json) { json in
            json.member("adultProduct", false)
            json.member("autographed", false)
            write("brand", item.brand, to: &json)
            if let node = context.index.node(at: position) {
                json.key("browseClassification")
                json.object { json in
                    json.member("displayName", BrowseTree.nodes[node].name)
                    json.member("classificationId", BrowseTree.nodes[node].id)
                }
            }
            write("color", item.color, to: &json)
            if context.has(.nullOptionals) { json.member("contributors", .null) }
            json.member("itemClassification", item.classification)
            write("itemName", item.title, to: &json)
            write("manufacturer", item.manufacturer, to: &json)
            json.member("memorabilia", false)
            write("modelNumber", item.modelNumber, to: &json)
            json.member("packageQuantity", 1)
            write("partNumber", item.partNumber, to: &json)
            write("size", item.size, to: &json)
            write("style", item.attributes["style"]?[0]["value"].string, to: &json)
            json.member("tradeInEligible", false)
            json.member("websiteDisplayGroup", "shoes_display_on_website")
            json.member("websiteDisplayGroupName", "Shoes")
        }
    }

    private func write(_ name: String, _ value: String?, to json: inout JSONWriter) {
        if let value {
            json.member(name, value)
        } else if context.has(.nullOptionals) {
            json.member(name, .null)
        }
    }

    /// The nodes of the browse tree, each with those above it (`amazon-catalog-items.md` 2.5).
    func writeClassifications(_ position: Int, to json: inout JSONWriter) {
        perMarketplace(.classifications, to: &json) { json in
            json.key("classifications")
            json.array { json in
                guard let node = context.index.node(at: position) else { return }
                write(node: node, to: &json)
            }
        }
    }

    private func write(node: Int, to json: inout JSONWriter) {
        json.object { json in
            json.member("displayName", BrowseTree.nodes[node].name)
            json.member("classificationId", BrowseTree.nodes[node].id)
            if let parent = BrowseTree.nodes[node].parent {
                json.key("parent")
                write(node: parent, to: &json)
            }
        }
    }

    /// Measures with the noise of conversion that Amazon's have; a parent has none.
    func writeDimensions(_ item: World.Item, to json: inout JSONWriter) {
        let hash = StableHash.of(item.asin)
        perMarketplace(.dimensions, to: &json) { json in
            guard item.classification != "VARIATION_PARENT" else { return }
            for (name, longest) in [("item", 11), ("package", 13)] {
                json.key(name)
                json.object { json in
                    for (side, length) in zip(["height", "length", "width"], [5, longest, 8]) {
                        write(
                            side, Double(length) + Double(hash % 4) * 0.24999999744, "inches",
                            to: &json)
                    }
                    write("weight", 1.5 + Double(hash >> 8 % 40) * 0.0625, "pounds", to: &json)
                }
            }
        }
    }

    private func write(
        _ name: String, _ value: Double, _ unit: String, to json: inout JSONWriter
    ) {
        json.key(name)
        json.object { json in
            json.member("unit", unit)
            json.member("value", JSONValue(value))
        }
    }

    /// Ranks that change from hour to hour, as Amazon's do.
    func writeSalesRanks(_ item: World.Item, _ position: Int, to json: inout JSONWriter) {
        let hour = context.now.seconds / 3600
        let rank = Int(StableHash.of("\(item.asin)/\(hour)") % 90_000) + 1
        perMarketplace(.salesRanks, to: &json) { json in
            guard item.classification != "VARIATION_PARENT" else { return }
            json.key("classificationRanks")
            json.array { json in
                guard let node = context.index.node(at: position) else { return }
                json.object { json in
                    json.member("classificationId", BrowseTree.nodes[node].id)
                    json.member("title", BrowseTree.nodes[node].name)
                    json.member("rank", rank / 50 + 1)
                }
            }
            json.key("displayGroupRanks")
            json.array { json in
                json.object { json in
                    json.member("websiteDisplayGroup", "shoes_display_on_website")
                    json.member("title", "Shoes")
                    json.member("rank", rank)
                }
            }
        }
    }
}
