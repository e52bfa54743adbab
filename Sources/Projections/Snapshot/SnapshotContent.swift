/// The bytes of a snapshot, which tables go on reading, and the words that they refer to.
final class SnapshotContent: Sendable {
    let bytes: SnapshotBytes
    /// Texts that occur often, each written once.
    let words: [String]

    init(bytes: SnapshotBytes, words: [String]) {
        self.bytes = bytes
        self.words = words
    }
}
