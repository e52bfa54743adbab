package import Catalog
package import Projections
import Synchronization

/// A chronicle that keeps its history in memory, for tests of stages that record.
package final class MemoryChronicle: Chronicle {
    private let guarded: Mutex<Contents>

    private struct Contents: Sendable {
        var history: History
        var blobs: [[UInt8]] = []
        var refusal: ChronicleError?
    }

    package init(_ history: History = History()) {
        guarded = Mutex(Contents(history: history))
    }

    package var history: History { guarded.withLock { $0.history } }
    /// The contents that came with events, in their order.
    package var blobs: [[UInt8]] { guarded.withLock { $0.blobs } }

    /// From now on every append fails, as with a full disk.
    package func refuse(_ cause: any Error) {
        guarded.withLock { $0.refusal = ChronicleError(cause: cause) }
    }

    @discardableResult
    package func append(_ drafts: [RecordDraft], blobs: [[UInt8]]) async throws(ChronicleError)
        -> [Int]
    {
        let result = guarded.withLock { contents -> Result<[Int], ChronicleError> in
            if let refusal = contents.refusal { return .failure(refusal) }
            do {
                let sequences = try contents.history.append(drafts)
                contents.blobs += blobs
                return .success(sequences)
            } catch {
                return .failure(ChronicleError(cause: error))
            }
        }
        return try result.get()
    }

    package func read<Value: Sendable>(_ body: @Sendable (ProjectedState) -> Value) -> Value {
        guarded.withLock { body($0.history.state) }
    }
}
