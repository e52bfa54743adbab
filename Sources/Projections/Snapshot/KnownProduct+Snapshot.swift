import Catalog
import JSON

extension KnownProduct: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.text(id)
        writer.count(fields.count)
        fields.forEach { name, field in
            writer.word(name)
            writer.value(field)
        }
        writer.known(family) { $1.word($0) }
        writer.known(gallery) { $1.texts($0) }
        writer.known(thumbnail) { $1.text(optional: $0) }
        writer.text(optional: writtenThumbnail)
        writer.bool(isAdopted)
        writer.bool(isGone)
        writer.int(lastWrite)
        writer.int(since)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(id: try reader.text())
        fields = KnownFields(
            try reader.list { reader throws(SnapshotError) in
                (try reader.word(), try KnownField(from: &reader))
            })
        family = try reader.known { reader throws(SnapshotError) in try reader.word() }
        gallery = try reader.known { reader throws(SnapshotError) in try reader.texts() }
        thumbnail = try reader.known { reader throws(SnapshotError) in try reader.optionalText() }
        writtenThumbnail = try reader.optionalText()
        isAdopted = try reader.bool()
        isGone = try reader.bool()
        lastWrite = try reader.int()
        since = try reader.int()
    }
}

/// A tag of how what was written and what is there go together, then what is needed of them: mostly
/// they are the same, and are written once.
extension KnownField: SnapshotCoded {
    private enum Tag: UInt8 {
        case unwritten, cleared, written, same
    }

    package func encode(to writer: inout SnapshotWriter) {
        if let written, let written, let live, written.isSameText(as: live) {
            writer.byte(Tag.same.rawValue)
            writer.value(live)
        } else {
            if let written {
                writer.byte(written == nil ? Tag.cleared.rawValue : Tag.written.rawValue)
                if let written { writer.value(written) }
            } else {
                writer.byte(Tag.unwritten.rawValue)
            }
            writer.optional(live)
        }
        writer.int(writtenAt)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        let written: JSONValue??
        let live: JSONValue?
        switch Tag(rawValue: try reader.byte()) {
        case .same:
            let value = try JSONValue(from: &reader)
            (written, live) = (.some(value), value)
        case .written:
            written = .some(try JSONValue(from: &reader))
            live = try reader.optional()
        case .cleared:
            written = .some(nil)
            live = try reader.optional()
        case .unwritten:
            written = nil
            live = try reader.optional()
        case nil: throw reader.damaged("a field")
        }
        self.init(written: written, live: live, at: try reader.int())
    }
}

extension KnownAsset: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.text(id)
        writer.text(optional: picture)
        writer.optional(url) { $1.url($0) }
        writer.text(optional: servedURL)
        writer.bool(isAdopted)
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            id: try reader.text(), picture: try reader.optionalText(),
            url: try reader.optional { reader throws(SnapshotError) in try reader.url() },
            servedURL: try reader.optionalText(), isAdopted: try reader.bool(),
            sequence: try reader.int())
    }
}

extension KnownDefinition: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.text(id)
        writer.text(name)
        writer.word(optional: type)
        writer.texts(options)
        writer.texts(members)
        writer.bool(isAdopted)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            id: try reader.text(), name: try reader.text(), type: try reader.optionalWord(),
            options: try reader.texts(), members: try reader.texts(),
            isAdopted: try reader.bool())
    }
}

extension SnapshotWriter {
    fileprivate mutating func known<Value>(
        _ known: Known<Value>, _ write: (Value, inout SnapshotWriter) -> Void
    ) {
        optional(known.value, write)
    }
}

extension SnapshotReader {
    fileprivate mutating func known<Value>(
        _ read: (inout SnapshotReader) throws(SnapshotError) -> Value
    ) throws(SnapshotError) -> Known<Value> {
        try optional(read).map { .known($0) } ?? .unknown
    }
}
