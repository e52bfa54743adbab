// The writer behind its lock: what the journal, and in memory also its readers, share.

import Synchronization

/// Lets one thread at a time at the writer.
final class WriterBox: Sendable {
    private let state: Mutex<WriterState>

    init(_ writer: sending Writer) { state = Mutex(.open(writer)) }

    /// Runs `work` while nobody else writes.
    ///
    /// - Throws: `.poisoned` or `.closed`, beside what `work` throws.
    func withWriter<Value: Sendable>(
        _ work: (Writer) throws(JournalError) -> Value
    ) throws(JournalError) -> Value {
        try state.withLock { (state) throws(JournalError) in try work(state.writer()) }
    }

    /// The same for work that writes: a failure of SQLite ends all writing.
    func withState<Value: Sendable>(_ work: (inout WriterState) -> Value) -> Value {
        state.withLock { work(&$0) }
    }
}
