package import Catalog

extension AmazonItem: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(key)
        writer.text(optional: title)
        writer.word(optional: brand)
        writer.text(optional: modelNumber)
        writer.text(optional: partNumber)
        writer.text(optional: size)
        writer.text(optional: color)
        writer.word(optional: manufacturer)
        writer.word(optional: productType)
        writer.word(optional: classification)
        writer.list(identifiers)
        writer.list(parents)
        writer.list(children)
        writer.word(optional: variationTheme)
        writer.list(pictures)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            key: try reader.value(), title: try reader.optionalText(),
            brand: try reader.optionalWord(), modelNumber: try reader.optionalText(),
            partNumber: try reader.optionalText(), size: try reader.optionalText(),
            color: try reader.optionalText(), manufacturer: try reader.optionalWord(),
            productType: try reader.optionalWord(), classification: try reader.optionalWord(),
            identifiers: try reader.list(), parents: try reader.list(),
            children: try reader.list(), variationTheme: try reader.optionalWord(),
            pictures: try reader.list())
    }
}

extension AmazonItem.Identifier: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.word(type)
        writer.text(value)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(type: try reader.word(), value: try reader.text())
    }
}

extension ListedPicture: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.word(slot)
        writer.url(url)
        writer.int(width)
        writer.int(height)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            slot: try reader.word(), url: try reader.url(), width: try reader.int(),
            height: try reader.int())
    }
}
