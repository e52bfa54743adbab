import Catalog
package import Events

extension KnownVerdict: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.int(sequence)
        switch outcome {
        case .found(let match):
            writer.bool(true)
            writer.value(match)
        case .missed(let miss):
            writer.bool(false)
            writer.value(miss)
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        let sequence = try reader.int()
        self.init(
            outcome: try reader.bool()
                ? .found(try reader.value()) : .missed(try reader.value()), sequence: sequence)
    }
}

extension MatchFound: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(item)
        writer.text(canonicalSKU)
        writer.text(canonicalID)
        writer.word(rule)
        writer.value(amazon)
        writer.value(canonical)
        writer.list(losers) { loser, writer in
            writer.text(loser.sku)
            writer.word(loser.rule)
            writer.text(loser.reason)
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            item: try reader.value(), canonicalSKU: try reader.text(),
            canonicalID: try reader.text(), rule: try reader.word(), amazon: try reader.value(),
            canonical: try reader.value(),
            losers: try reader.list { reader throws(SnapshotError) in
                Loser(
                    sku: try reader.text(), rule: try reader.word(), reason: try reader.text())
            })
    }
}

extension MatchFound.Evidence: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.word(field)
        writer.text(found)
        writer.text(normalised)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            field: try reader.word(), found: try reader.text(), normalised: try reader.text())
    }
}

extension MatchMissed: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(item)
        writer.text(reason)
        writer.text(suggestedSKU)
        writer.list(tried) { tried, writer in
            writer.word(tried.rule)
            writer.text(tried.value)
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            item: try reader.value(), reason: try reader.text(), suggestedSKU: try reader.text(),
            tried: try reader.list { reader throws(SnapshotError) in
                Tried(rule: try reader.word(), value: try reader.text())
            })
    }
}
