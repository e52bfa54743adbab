/// Bytes that may be a snapshot's, wherever they lie: in memory of their own, or in a file that the
/// system shows as memory.
package final class SnapshotBytes: Sendable {
    /// Safe to share, since nobody writes there while this object lives.
    nonisolated(unsafe) private let buffer: UnsafeRawBufferPointer
    /// What keeps the bytes where they are; nil when they are this object's.
    private let owner: (any AnyObject & Sendable)?

    /// A copy of the bytes.
    package init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(copy)
        owner = nil
    }

    /// The bytes themselves, which stay there unchanged for as long as `owner` lives.
    package init(_ bytes: UnsafeRawBufferPointer, owner: any AnyObject & Sendable) {
        buffer = bytes
        self.owner = owner
    }

    deinit { if owner == nil { buffer.deallocate() } }

    var count: Int { buffer.count }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(buffer) }
    }
}
