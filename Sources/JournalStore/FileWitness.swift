// What tells that a file was written to, without opening it.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The size, age and identity of a file, and whether a writer's log stands beside it.
struct FileWitness: Equatable {
    private let node: UInt64
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int
    private let hasLog: Bool

    init(_ path: String) {
        var status = stat()
        // A file that is gone looks like none that was there.
        if stat(path, &status) != 0 { status = stat() }
        node = UInt64(status.st_ino)
        size = Int(status.st_size)
        #if canImport(Darwin)
        seconds = status.st_mtimespec.tv_sec
        nanoseconds = status.st_mtimespec.tv_nsec
        #else
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        #endif
        hasLog = FilePath.exists(path + "-wal")
    }
}
