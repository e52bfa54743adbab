import Catalog
import Events

extension CatalogueState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(items)
        writer.value(missing)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(items: try reader.value(), missing: try reader.value())
    }
}

extension CatalogueState.SeenItem: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(item)
        writer.value(hash)
        writer.value(raw)
        writer.int(exported)
        writer.word(system.text)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            item: try reader.value(), hash: try reader.value(), raw: try reader.value(),
            exported: try reader.int(), system: System(text: try reader.word()))
    }
}

extension CatalogueState.MissingItem: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.word(reason.rawValue)
        writer.text(optional: detail)
        writer.list(children)
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            reason: try reader.choice(), detail: try reader.optionalText(),
            children: try reader.list(), sequence: try reader.int())
    }
}
