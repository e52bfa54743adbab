// A file beside the journal for what can be made of it again: losing it costs time, nothing else.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Keeps `<journal>.snapshot`, whose bytes mean nothing to this module.
///
/// Whoever reads them must tell by themselves whether they are whole, and of which events of which
/// journal: the file may be of any age, damaged, or of another journal of the same name. Paths are
/// those of a `Journal` or a `JournalReader`; a journal in memory has no such file.
package enum SnapshotFile {
    /// More than the state of any catalogue; a file that is larger is not read.
    private static let bytesMax = 4 << 30

    package static func path(beside journal: String) -> String { journal + ".snapshot" }

    /// The file's bytes, without a copy of them; nil when it is missing or cannot be read.
    package static func read(beside journal: String) -> MappedFile? {
        guard journal != ":memory:" else { return nil }
        // A pipe of that name must not keep us waiting.
        let descriptor = open(path(beside: journal), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= bytesMax
        else { return nil }
        return MappedFile(descriptor, size: Int(status.st_size))
    }

    /// Puts bytes in the place of the file, with the rights of the journal; a reader sees the old
    /// file or the new one.
    ///
    /// False when that could not be done, or when somebody else is at it. Nothing waits for the
    /// disk: what a power loss leaves of the file is for its readers to tell.
    @discardableResult
    package static func write(_ bytes: [UInt8], beside journal: String) -> Bool {
        guard journal != ":memory:" else { return false }
        var status = stat()
        guard stat(journal, &status) == 0 else { return false }
        let draft = path(beside: journal) + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isFile(draft, descriptor) else {
            return false
        }
        guard ftruncate(descriptor, 0) == 0, fill(descriptor, with: bytes),
            fchmod(descriptor, status.st_mode & 0o777) == 0,
            rename(draft, path(beside: journal)) == 0
        else {
            unlink(draft)
            return false
        }
        return true
    }

    /// Removes the file, as must be done once something was redacted that may be in it.
    ///
    /// False when it is there and could not be removed.
    @discardableResult
    package static func discard(beside journal: String) -> Bool {
        guard journal != ":memory:" else { return true }
        let path = path(beside: journal)
        unlink(path + ".new")
        return unlink(path) == 0 || errno == ENOENT
    }

    /// Whether the path still leads to the open file: another process may have moved it away
    /// before we had its lock.
    private static func isFile(_ path: String, _ descriptor: Int32) -> Bool {
        var named = stat()
        var opened = stat()
        return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0
            && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
    }

    private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let start = buffer.baseAddress {
                let part = pwrite(
                    descriptor, start + written, buffer.count - written, off_t(written))
                guard part > 0 else { return false }
                written += part
            }
            return true
        }
    }
}
