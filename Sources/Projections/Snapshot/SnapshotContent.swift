/// The bytes of a snapshot, which tables go on reading, and the words that they refer to.
final class SnapshotContent: Sendable {
    let bytes: [UInt8]
    /// Texts that occur often, each written once.
    let words: [String]

    init(bytes: [UInt8], words: [String]) {
        self.bytes = bytes
        self.words = words
    }
}
