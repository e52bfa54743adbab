import Catalog
import Events

extension RunState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(runs)
        writer.list(order) { $1.text($0.text) }
        writer.optional(lastScope)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            runs: try reader.value(),
            order: try reader.list { reader throws(SnapshotError) in
                RunID(text: try reader.text())
            }, lastScope: try reader.optional())
    }
}

extension RunState.Run: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.text(id.text)
        writer.value(started)
        writer.int(sequence)
        writer.texts(command)
        writer.bool(execute)
        writer.word(program)
        writer.word(optional: target)
        writer.int(rules)
        writer.text(optional: scope)
        writer.optional(finished)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            id: RunID(text: try reader.text()), started: try reader.value(),
            sequence: try reader.int(), command: try reader.texts(), execute: try reader.bool(),
            program: try reader.word(), target: try reader.optionalWord(),
            rules: try reader.int(), scope: try reader.optionalText(),
            finished: try reader.optional())
    }
}

extension RunState.FixedScope: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.json { scope.write(to: &$0) }
        writer.value(fingerprint)
        writer.optional(expected) { $1.list($0) }
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            scope: try reader.json(Scope.init), fingerprint: try reader.value(),
            expected: try reader.optional { reader throws(SnapshotError) in try reader.list() },
            sequence: try reader.int())
    }
}

extension RunState.Finish: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(time)
        writer.json { body.write(to: &$0) }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(time: try reader.value(), body: try reader.json(RunFinished.init))
    }
}
