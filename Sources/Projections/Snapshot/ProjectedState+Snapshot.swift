import Catalog
import Events

extension ProjectedState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.value(common)
        writer.list(accounts.entries) { account, writer in
            writer.text(account.system.text)
            writer.value(account.state)
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            common: try reader.value(),
            accounts: AccountTable(
                try reader.entries { reader throws(SnapshotError) in
                    (System(text: try reader.text()), try AccountState(from: &reader))
                }))
    }
}

extension CommonState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.int(position)
        writer.value(catalogue)
        writer.value(pages)
        writer.value(runs)
        writer.value(targets)
        writer.value(limits)
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            position: try reader.int(), catalogue: try reader.value(), pages: try reader.value(),
            runs: try reader.value(), targets: try reader.value(), limits: try reader.value())
    }
}

extension TargetState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.entries(accounts) { binding, writer in
            writer.text(binding.account)
            writer.int(binding.sequence)
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            accounts: try reader.entries { reader throws(SnapshotError) in
                (
                    try reader.text(),
                    Binding(account: try reader.text(), sequence: try reader.int())
                )
            })
    }
}

extension LimitState: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        writer.entries(observations) { observation, writer in
            writer.json { LimitObserved(observation: observation).write(to: &$0) }
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        self.init(
            observations: try reader.entries { reader throws(SnapshotError) in
                (try reader.text(), try reader.json(LimitObserved.init).observation)
            })
    }
}
