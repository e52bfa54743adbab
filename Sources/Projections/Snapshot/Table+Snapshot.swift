/// A table in a snapshot: first the entries whose keys are not ASCII, which are decoded at once,
/// then the others with what is needed to find them.
extension Table: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        let sources = sources.sorted { $0.text < $1.text }
        let others = sources.filter { !$0.text.isASCII }
        writer.list(others) { source, writer in
            writer.text(source.text)
            write(source, to: &writer)
        }
        writeIndexed(sources.filter { $0.text.isASCII }, to: &writer)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        let others = try reader.entries { reader throws(SnapshotError) in
            guard let key = Key(tableText: try reader.text()) else { throw reader.damaged("a key") }
            return (key, try Value(from: &reader))
        }
        self.init(stored: try StoredTable(from: &reader), others: others)
    }

    /// Where an entry is taken from when it is written.
    private struct Source {
        let text: String
        let key: Key
        /// Its number in the snapshot; nil when it is decoded.
        let index: Int?
    }

    private var sources: [Source] {
        var sources = decoded.keys.map { Source(text: $0.tableText, key: $0, index: nil) }
        guard let stored else { return sources }
        sources.reserveCapacity(count)
        for index in 0..<stored.count {
            // One that cannot be decoded is absent.
            guard let key = stored.key(at: index), isCurrent(key), key.tableText.isASCII else {
                continue
            }
            sources.append(Source(text: key.tableText, key: key, index: index))
        }
        return sources
    }

    private func write(_ source: Source, to writer: inout SnapshotWriter) {
        let value = source.index.map { stored?.value(at: $0) } ?? decoded[source.key]
        if let value { writer.value(value) }
    }

    private func writeIndexed(_ sources: [Source], to writer: inout SnapshotWriter) {
        // Half of the slots or more stay empty, so that few keys meet in one.
        var slotCount = sources.isEmpty ? 0 : 2
        while slotCount < sources.count * 2 { slotCount *= 2 }
        writer.fixed(UInt64(sources.count))
        writer.fixed(UInt64(slotCount))
        let size = writer.bytes.count
        writer.fixed(0)
        let start = writer.bytes.count
        var offsets: [Int] = []
        for source in sources {
            offsets.append(writer.bytes.count - start)
            if let index = source.index, let stored, stored.content === writer.origin,
                let bytes = stored.bytes(at: index)
            {
                // Its words have the same numbers there: it need not be decoded.
                writer.copyFromOrigin(bytes)
            } else {
                writer.text(source.text)
                write(source, to: &writer)
            }
        }
        offsets.append(writer.bytes.count - start)
        writer.patch(UInt64(writer.bytes.count - start), at: size)
        for offset in offsets { writer.fixed(UInt64(offset)) }
        for number in Self.slots(sources.map(\.text), count: slotCount) { writer.short(number) }
    }

    /// For each slot the number of its entry, from 1; 0 where it is empty.
    private static func slots(_ texts: [String], count: Int) -> [UInt32] {
        var slots = [UInt32](repeating: 0, count: count)
        for (index, text) in texts.enumerated() {
            var text = text
            var slot = text.withUTF8 {
                Int(truncatingIfNeeded: Checksum.of(UnsafeRawBufferPointer($0))) & (count - 1)
            }
            while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = UInt32(index + 1)
        }
        return slots
    }
}
