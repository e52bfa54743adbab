package import Catalog

/// The state that follows from the first events of a journal, as a file can keep it.
///
/// It is a cache: whatever is wrong with it, the events give the state again. Its bytes are
///
///     "plysync snapshot", version, journal id, position, hash of the event there,
///     the state, the words, where the words begin, checksum of all bytes before it
///
/// with the numbers in eight bytes each, the lowest first.
package struct StateSnapshot: Sendable {
    private static let mark = Array("plysync snapshot".utf8)

    package let state: ProjectedState
    /// The hash of the event at the state's position: a journal that has another one there had
    /// another history.
    package let hash: Digest

    package init(state: ProjectedState, hash: Digest) {
        self.state = state
        self.hash = hash
    }

    // MARK: Writing

    /// The bytes of the snapshot, which belong to one journal.
    package func bytes(journalID: String) -> [UInt8] {
        var writer = SnapshotWriter(origin: state.catalogue.items.stored?.content)
        writer.raw(Self.mark)
        writer.fixed(UInt64(ProjectedState.version))
        writer.text(journalID)
        writer.fixed(UInt64(state.position))
        writer.value(hash)
        writer.value(state)
        let words = writer.bytes.count
        writer.texts(writer.words)
        writer.fixed(UInt64(words))
        writer.fixed(writer.bytes.withUnsafeBytes { Checksum.of($0) })
        return writer.bytes
    }

    // MARK: Reading

    /// Reads the snapshot of a journal from any bytes; of the large tables nothing is decoded yet.
    package init(_ bytes: SnapshotBytes, journalID: String) throws(SnapshotError) {
        guard bytes.withUnsafeBytes({ $0.starts(with: Self.mark) }) else { throw .notASnapshot }
        let words = try Self.words(in: bytes)
        let content = SnapshotContent(bytes: bytes, words: words.texts)
        let start = Self.mark.count
        self = try content.read(start..<words.start) { reader throws(SnapshotError) in
            let version = try reader.fixed()
            guard version == UInt64(ProjectedState.version) else {
                throw .otherVersion(Int(truncatingIfNeeded: version))
            }
            guard try reader.text() == journalID else { throw .otherJournal }
            let position = try reader.fixed()
            let hash: Digest = try reader.value()
            let state: ProjectedState = try reader.value()
            guard reader.isAtEnd, position > 0, UInt64(exactly: state.position) == position else {
                throw reader.damaged("its position")
            }
            return StateSnapshot(state: state, hash: hash)
        }
    }

    /// Reads a snapshot from a copy of the bytes.
    package init(_ bytes: [UInt8], journalID: String) throws(SnapshotError) {
        try self.init(SnapshotBytes(bytes), journalID: journalID)
    }

    /// The words, once the checksum has shown that the bytes are those that were written.
    private static func words(
        in bytes: SnapshotBytes
    ) throws(SnapshotError) -> (start: Int, texts: [String]) {
        let end = bytes.count - 16
        guard end >= mark.count else { throw .damaged(what: "it is cut off") }
        let (start, sum) = bytes.withUnsafeBytes { bytes in
            (
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)),
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end + 8, as: UInt64.self))
            )
        }
        let found = bytes.withUnsafeBytes {
            Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<(end + 8)]))
        }
        guard sum == found else { throw .damaged(what: "its checksum is another") }
        guard start >= UInt64(mark.count), start <= UInt64(end) else {
            throw .damaged(what: "it has no words")
        }
        let texts = try SnapshotContent(bytes: bytes, words: []).read(Int(start)..<end) {
            reader throws(SnapshotError) in try reader.texts()
        }
        return (Int(start), texts)
    }
}

extension SnapshotContent {
    func read<Value>(
        _ range: Range<Int>, _ read: (inout SnapshotReader) throws(SnapshotError) -> Value
    ) throws(SnapshotError) -> Value {
        let result = bytes.withUnsafeBytes { bytes -> Result<Value, SnapshotError> in
            var reader = SnapshotReader(self, bytes, range: range)
            do throws(SnapshotError) {
                return .success(try read(&reader))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
