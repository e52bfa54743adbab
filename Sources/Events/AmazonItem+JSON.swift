package import Catalog
package import JSON

/// An item as an object of its properties; the lists are always there, also when they are empty.
extension AmazonItem: ObjectCoded {
    /// Reads the form that `write(to:)` writes.
    package init(from json: inout JSONReader) throws(JSONError) {
        var key: ItemKey?
        var title: String?
        var brand: String?
        var modelNumber: String?
        var partNumber: String?
        var size: String?
        var color: String?
        var manufacturer: String?
        var productType: String?
        var classification: String?
        var identifiers: [Identifier]?
        var parents: [ASIN]?
        var children: [ASIN]?
        var variationTheme: String?
        var pictures: PictureList?
        try json.members { member, json throws(JSONError) in
            switch member {
            case "key": key = try json.read(member)
            case "title": title = try json.read(member)
            case "brand": brand = try json.word()
            case "modelNumber": modelNumber = try json.read(member)
            case "partNumber": partNumber = try json.read(member)
            case "size": size = try json.read(member)
            case "color": color = try json.read(member)
            case "manufacturer": manufacturer = try json.word()
            case "productType": productType = try json.word()
            case "classification": classification = try json.word()
            case "identifiers": identifiers = try json.read(member)
            case "parents": parents = try json.read(member)
            case "children": children = try json.read(member)
            case "variationTheme": variationTheme = try json.word()
            case "pictures": pictures = try json.read(member)
            default: try json.skip()
            }
        }
        var item = AmazonItem(
            key: try required(key, "key"), title: title, brand: brand, modelNumber: modelNumber,
            partNumber: partNumber, size: size, color: color, manufacturer: manufacturer,
            productType: productType, classification: classification,
            identifiers: try required(identifiers, "identifiers"),
            parents: try required(parents, "parents"),
            children: try required(children, "children"), variationTheme: variationTheme)
        item.pictureList = try required(pictures, "pictures")
        self = item
    }

    /// Writes the item as one object; its bytes are what an item's digest is taken of.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("key", key)
            json.member("title", optional: title)
            json.member("brand", optional: brand)
            json.member("modelNumber", optional: modelNumber)
            json.member("partNumber", optional: partNumber)
            json.member("size", optional: size)
            json.member("color", optional: color)
            json.member("manufacturer", optional: manufacturer)
            json.member("productType", optional: productType)
            json.member("classification", optional: classification)
            json.member("identifiers", identifiers)
            json.member("parents", parents)
            json.member("children", children)
            json.member("variationTheme", optional: variationTheme)
            json.member("pictures", pictureList)
        }
    }
}

extension AmazonItem.Identifier: ObjectCoded {
    init(from json: inout JSONReader) throws(JSONError) {
        var type: String?
        var value: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "type": type = try json.read(key)
            case "value": value = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(type: try required(type, "type"), value: try required(value, "value"))
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("type", type)
            json.member("value", value)
        }
    }
}
