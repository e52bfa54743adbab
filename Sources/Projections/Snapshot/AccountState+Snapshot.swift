import Catalog
import Events
import JSON

extension AccountState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(products)
        writer.value(skus)
        writer.value(canonicals)
        writer.value(verdicts)
        writer.value(assets)
        writer.entries(goneAssets)
        writer.value(files)
        writer.entries(attributes)
        writer.entries(families)
        writer.entries(relations)
        writer.entries(links)
        writer.list(doubts.sorted { $0.key < $1.key }) { doubt, writer in
            writer.int(doubt.key)
            writer.value(doubt.value)
        }
        writer.entries(lostUploads)
        writer.entries(failures)
        writer.entries(accepted)
        writer.entries(learned)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init()
        products = try reader.value()
        skus = try reader.value()
        canonicals = try reader.value()
        verdicts = try reader.value()
        assets = try reader.value()
        goneAssets = try reader.entries()
        files = try reader.value()
        attributes = try reader.entries()
        families = try reader.entries()
        relations = try reader.entries()
        links = try reader.entries()
        doubts = try reader.entries { reader throws(SnapshotError) in
            (try reader.int(), try Doubt(from: &reader))
        }
        lostUploads = try reader.entries()
        failures = try reader.entries()
        accepted = try reader.entries()
        learned = try reader.entries()
    }
}

extension KnownCanonical: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(canonical)
        writer.value(hash)
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            canonical: try reader.value(), hash: try reader.value(), sequence: try reader.int())
    }
}

/// The targets of one product.
extension Set: SnapshotCoded where Element == KnownLink {
    package func encode(to writer: inout SnapshotWriter) {
        writer.list(sorted { $0.target < $1.target }) { link, writer in
            writer.text(link.target)
            writer.bool(link.isOurs)
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            try reader.list { reader throws(SnapshotError) in
                KnownLink(target: try reader.text(), isOurs: try reader.bool())
            })
    }
}

extension Doubt: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.list(effects) { effect, writer in writer.json { effect.write(to: &$0) } }
        writer.int(attempt)
        writer.text(run.text)
        writer.value(time)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            effects: try reader.list { reader throws(SnapshotError) in
                try reader.json(Effect.init)
            },
            attempt: try reader.int(), run: RunID(text: try reader.text()),
            time: try reader.value())
    }
}

extension LostUpload: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(since)
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(since: try reader.value(), sequence: try reader.int())
    }
}

extension KnownFailure: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.word(phase.rawValue)
        writer.text(subject.text)
        writer.int(optional: status)
        writer.text(reason)
        writer.word(permanence.rawValue)
        writer.int(attempts)
        writer.value(facts)
        writer.int(sequence)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            phase: try reader.choice(), subject: Subject(text: try reader.text()),
            status: try reader.optionalInt(), reason: try reader.text(),
            permanence: try reader.choice(), attempts: try reader.int(),
            facts: try reader.value(), sequence: try reader.int())
    }
}
