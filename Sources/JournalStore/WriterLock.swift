// One writer at a time: an advisory lock on a file beside the journal, which a crash releases.

import Catalog
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Holds `<journal>.lock` for as long as it lives.
///
/// The journal itself is never opened but through SQLite: closing a second descriptor of it would
/// drop SQLite's own locks.
final class WriterLock: Sendable {
    private let path: String
    /// Nil once it was given back.
    private let descriptor: Mutex<Int32?>

    /// Takes the lock of the journal at a path without symbolic links.
    ///
    /// - Throws: `.locked` with what the lock file says of its holder, `.readOnly`, `.failed`.
    init(path: String, holder: LockHolder) throws(JournalError) {
        self.path = path + ".lock"
        var descriptor = try Self.locked(path)
        // Another process may have removed the file before the lock on it was granted.
        while !Self.isNamed(descriptor, self.path) {
            close(descriptor)
            descriptor = try Self.locked(path)
        }
        self.descriptor = Mutex(descriptor)
        Self.write(holder.text, to: descriptor)
    }

    /// The lock file of a journal, locked.
    private static func locked(_ path: String) throws(JournalError) -> Int32 {
        // Children of the process do not inherit it, or they would keep the lock.
        let descriptor = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            if [EACCES, EROFS, EPERM].contains(errno) { throw .readOnly(path: path) }
            if errno == ENOSPC { throw .diskFull(path: path) }
            throw .failed(path: path + ".lock", what: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let other = read(descriptor)
            close(descriptor)
            if reason == EWOULDBLOCK { throw .locked(by: LockHolder(text: other)) }
            throw .failed(path: path + ".lock", what: String(cString: strerror(reason)))
        }
        return descriptor
    }

    /// True when a descriptor is of the file that has the name now.
    private static func isNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var own = stat()
        var named = stat()
        guard fstat(descriptor, &own) == 0, stat(path, &named) == 0 else { return false }
        return own.st_dev == named.st_dev && own.st_ino == named.st_ino
    }

    deinit { release() }

    /// Gives the lock back and removes its file, where no journal came of it.
    ///
    /// The file goes while it is locked, and who got the lock on it meanwhile sees that it has no
    /// name any more.
    func discard() {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return }
            unlink(path)
            Self.unlock(open)
            descriptor = nil
        }
    }

    /// Gives the lock back; a second call does nothing.
    func release() {
        descriptor.withLock { descriptor in
            guard let open = descriptor else { return }
            // An empty file tells that nobody holds it.
            ftruncate(open, 0)
            Self.unlock(open)
            descriptor = nil
        }
    }

    /// Unlocks before it closes: a child process that was forked a moment ago holds copies of all
    /// descriptors until its program begins, and the lock with them.
    private static func unlock(_ descriptor: Int32) {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private static func read(_ descriptor: Int32) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: 1024) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text is for people: the lock holds without it, so a full disk does not matter here.
    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, bytes, bytes.count, 0) }
    }
}
