import Catalog
package import Events

extension PageState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(cells)
        writer.texts(lists)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(cells: try reader.value(), lists: try reader.texts())
    }
}

extension PageState.Cell: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.text(run.text)
        writer.list(pages)
        writer.list(list.items)
        writer.optional(completed)
        writer.list(list.before)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        let (run, pages) = (RunID(text: try reader.text()), try reader.list() as [PageState.Page])
        let items: [SeenItem] = try reader.list()
        let completed: PageState.Completion? = try reader.optional()
        self.init(
            run: run, pages: pages, list: SeenList(items: items, before: try reader.list()),
            completed: completed)
    }
}

extension PageState.Page: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.int(number)
        writer.int(count)
        writer.text(optional: token)
        writer.text(optional: next)
        writer.int(optional: announced)
        writer.int(items.lowerBound)
        writer.int(items.count)
        writer.texts(absent)
        writer.value(time)
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            number: try reader.int(), count: try reader.int(),
            token: try reader.optionalText(), next: try reader.optionalText(),
            announced: try reader.optionalInt(),
            items: try reader.range(), absent: try reader.texts(), time: try reader.value(),
            sequence: try reader.int())
    }
}

extension PageState.Completion: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.int(seen)
        writer.int(optional: announced)
        writer.word(stop.rawValue)
        writer.bool(whole)
        writer.value(time)
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            seen: try reader.int(), announced: try reader.optionalInt(),
            stop: try reader.choice(), whole: try reader.bool(), time: try reader.value(),
            sequence: try reader.int())
    }
}

extension SeenItem: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.text(subject.text)
        writer.value(hash)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(subject: Subject(text: try reader.text()), hash: try reader.value())
    }
}
