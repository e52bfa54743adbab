package import Catalog

/// Where the stages record what happened and read what is known; made of a journal by `Sync`.
package protocol Chronicle: Sendable {
    /// Appends events of the current run, durable when the call returns, and folds them into the
    /// state. The sequence numbers come in the order of the drafts.
    ///
    /// - `blobs`: contents that the events name by their digest.
    @discardableResult
    func append(_ drafts: [RecordDraft], blobs: [[UInt8]]) async throws(ChronicleError) -> [Int]

    /// Looks into the state as of now; `body` must be short.
    func read<Value: Sendable>(_ body: @Sendable (ProjectedState) -> Value) -> Value
}

extension Chronicle {
    @discardableResult
    package func append(_ drafts: [RecordDraft]) async throws(ChronicleError) -> [Int] {
        try await append(drafts, blobs: [])
    }
}

/// The journal did not take events: the run must stop before its next request.
package struct ChronicleError: Error, CustomStringConvertible {
    package let cause: any Error
    package var description: String { "\(cause)" }

    package init(cause: any Error) { self.cause = cause }
}
