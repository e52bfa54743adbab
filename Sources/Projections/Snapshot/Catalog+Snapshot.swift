// Small values of the catalogue, as snapshots hold them.

package import Catalog

extension Digest: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) { writer.raw(bytes) }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(bytes: try reader.slice(32))
    }
}

extension ASIN: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) { writer.text(text) }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        guard let asin = ASIN(try reader.text()) else { throw reader.damaged("an ASIN") }
        self = asin
    }
}

extension ItemKey: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.word(marketplace.code)
        writer.value(asin)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        let code = try reader.word()
        guard let marketplace = Marketplace.all.first(where: { $0.code == code }) else {
            throw reader.damaged("a marketplace")
        }
        self.init(marketplace, try reader.value())
    }
}

extension Instant: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) { writer.int(microseconds) }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(microseconds: try reader.int())
    }
}

extension Canonical: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.text(id)
        writer.text(sku)
        writer.text(optional: label)
        writer.text(optional: gtin)
        writer.text(optional: ean)
        writer.text(optional: upc)
        writer.text(optional: modelNumber)
        writer.text(optional: parentID)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            id: try reader.text(), sku: try reader.text(), label: try reader.optionalText(),
            gtin: try reader.optionalText(), ean: try reader.optionalText(),
            upc: try reader.optionalText(), modelNumber: try reader.optionalText(),
            parentID: try reader.optionalText())
    }
}

extension String: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) { writer.text(self) }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self = try reader.text()
    }
}

extension SnapshotReader {
    mutating func url() throws(SnapshotError) -> String {
        let folder = try word()
        return folder + (try text())
    }
}
