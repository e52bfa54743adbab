#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The bytes of a file as the system holds them in its cache: copying them would take longer than
/// all else that is done at a start.
///
/// They are for files that are replaced and never written to: a file that somebody cuts off
/// meanwhile ends the process, as the index of SQLite's log would.
package final class MappedFile: Sendable {
    /// Valid for as long as this object lives; safe to share, since nobody writes there.
    nonisolated(unsafe) package let bytes: UnsafeRawBufferPointer

    /// Nil when the file cannot be mapped, or is empty.
    init?(_ descriptor: Int32, size: Int) {
        guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
            start != MAP_FAILED
        else { return nil }
        // All of it is read at once, for its checksum.
        madvise(start, size, MADV_WILLNEED)
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
