import Catalog
import JSON

// The style that the demo and a newcomer meet first: the story of the workflow's diagrams, with
// invented values in the shape of `catalogue-statistics.md`.

extension World {
    /// One style of 20 ASINs: seventeen that can be bought and three variation parents.
    ///
    /// Sixteen match a canonical product by identifier; the parents match by model number alone;
    /// B01JCVLMJU, of another style, matches nothing. B077QMJFG9 is found by no search, only by
    /// its children's word, and carries the model number of another canonical product.
    package static let bundled = BundledWorld().world
}

/// Puts the bundled world together from its tables.
private struct BundledWorld {
    private let brand = "Sandbox Brand"
    private let style = "MCA0032"
    private let hiddenParent = "B077QMJFG9"
    private let hiddenParentChildren = ["B07TBFZL3N", "B07X8Z63ZL"]
    /// Numbers from which the product codes of a color count, on both sides alike.
    private let bomberCodes = 100
    private let driftwoodCodes = 200
    private let footwear = FootwearAttributes(marketplaceID: Marketplace.us.id)

    var world: World {
        World(
            items: parents + variants(BundledVariants.bomber, color: "Bomber", from: bomberCodes)
                + variants(BundledVariants.driftwood, color: "Driftwood", from: driftwoodCodes)
                + [otherStyle],
            canonicals: canonicals, uploadedBefore: [BundledPictures.uploadedBefore],
            missingPictures: [BundledPictures.missing])
    }

    private func pictures(of color: String) -> [World.PictureFile] {
        BundledPictures.files(
            color == "Bomber" ? BundledPictures.bomber : BundledPictures.driftwood)
    }

    // MARK: Amazon's side

    private func variants(
        _ variants: [BundledVariants.Variant], color: String, from number: Int
    ) -> [World.Item] {
        zip(number..., variants).map { number, variant in
            let isChild = hiddenParentChildren.contains(variant.asin)
            return World.Item(
                asin: variant.asin,
                title: "\(brand) Men's Ridgeline Slip-On Driving Moc, \(color)\(variant.tail)",
                brand: brand, modelNumber: style, partNumber: "\(style)-\(variant.suffix)",
                size: variant.size, color: color, manufacturer: brand, productType: "SHOES",
                identifiers: InventedUPC.identifiers(
                    InventedUPC.code(number), withGTIN: variant.listsGTIN),
                parents: isChild ? [hiddenParent] : [],
                variationTheme: isChild ? "SIZE_NAME/COLOR_NAME" : nil,
                pictures: pictures(of: color),
                attributes: attributes(
                    variation: number % 3, bullets: 3 + number % 4,
                    description: "A slip-on in \(color.lowercased()) suède with a moc toe."))
        }
    }

    private var otherStyle: World.Item {
        World.Item(
            asin: "B01JCVLMJU",
            title: "\(brand) Women's \"Original\" Chukka & Care Kit – Saddle/Multi, 10.5 W",
            brand: brand, modelNumber: "MCA0013", partNumber: "MCA0013-W-10.5", size: "10.5 Wide",
            color: "Saddle/Multi", manufacturer: brand, productType: "SHOES",
            identifiers: InventedUPC.identifiers(InventedUPC.code(301)),
            pictures: BundledPictures.files(BundledPictures.otherStyle),
            // The style search finds it all the same, as real searches do.
            keywords: [style],
            attributes: attributes(
                department: "womens", variation: 4, bullets: 0,
                description: "<p>The <b>first</b> of its kind.<br>Cleans with a damp cloth.</p>"))
    }

    private var parents: [World.Item] {
        [
            parent(
                hiddenParent, "Men's Driving Moc", model: "MDM0049", part: "MCA0013",
                children: hiddenParentChildren, pictures: BundledPictures.hiddenParent,
                isSearchable: false),
            parent(
                "B09FQ13BDF", "Men's Ridgeline Slip-On", model: style, part: style,
                pictures: BundledPictures.lonelyParent),
            parent("B0C89T5YRQ", "Men's Ridgeline Slip-On Moc", model: style, part: nil),
        ]
    }

    private func parent(
        _ asin: String, _ name: String, model: String, part: String?, children: [String] = [],
        pictures: [PictureSizes] = [], isSearchable: Bool = true
    ) -> World.Item {
        World.Item(
            asin: asin, title: "\(brand) \(name)", brand: brand, modelNumber: model,
            partNumber: part, manufacturer: brand, productType: "SHOES",
            classification: "VARIATION_PARENT", children: children,
            variationTheme: children.isEmpty ? nil : "SIZE_NAME/COLOR_NAME",
            pictures: BundledPictures.files(pictures), isSearchable: isSearchable,
            attributes: attributes(variation: 5, bullets: 2, description: "All sizes and colors."))
    }

    private func attributes(
        department: String = "mens", variation: Int, bullets: Int, description: String
    ) -> JSONObject {
        var object = footwear.object(
            productType: "SHOES", department: department, variation: variation)
        object["bullet_point"] =
            bullets == 0 ? nil : footwear.texts(Array(InventedWords.bullets.prefix(bullets)))
        object["product_description"] = footwear.texts([description])
        return object
    }

    // MARK: Plytix's side

    /// They carry `gtin` and nothing else, in 12 digits or with zeros before them.
    private var canonicals: [World.Canonical] {
        [
            World.Canonical(sku: style, label: "Ridgeline Slip-On"),
            World.Canonical(sku: "MDM0049", label: "Driving Moc"),
        ]
            + canonicals(BundledVariants.bomber, from: bomberCodes)
            + canonicals(BundledVariants.driftwood, from: driftwoodCodes)
            + zip(BundledVariants.onlyCanonical, 400...).map { suffix, number in
                canonical(suffix, gtin: InventedUPC.code(number))
            }
    }

    private func canonicals(
        _ variants: [BundledVariants.Variant], from number: Int
    ) -> [World.Canonical] {
        zip(variants, number...).map { variant, number in
            let code = InventedUPC.code(number)
            let zeros = String(repeating: "0", count: variant.gtinDigits - code.count)
            return canonical(variant.suffix, gtin: zeros + code)
        }
    }

    private func canonical(_ suffix: String, gtin: String) -> World.Canonical {
        World.Canonical(
            sku: "\(style)-\(suffix)", label: "Ridgeline Slip-On \(suffix)", gtin: gtin,
            parentSKU: style)
    }
}
