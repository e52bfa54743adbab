// A file that is there whole, under its name, or not at all.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A new file under a passing name, which gets its own when it is finished.
///
/// What is not finished goes with this object; a killed process leaves `<name>.unfinished`.
final class FreshFile {
    let path: String
    /// Where it is written.
    let temporary: String
    /// Open for writing until `finish`; SQLite must not have it open at the same time.
    private var descriptor: Int32
    private var isFinished = false

    /// Makes an empty file that only its owner may read.
    ///
    /// - Throws: `.exists` when there is anything at the path, `.unwritable`.
    init(_ path: String) throws(TransferError) {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw .exists(path: path) }
        self.path = path
        // Those of killed processes are in the way: another number is free.
        for number in 1...100 {
            let name = path + ".unfinished" + (number == 1 ? "" : "-\(number)")
            let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor >= 0 {
                self.descriptor = descriptor
                temporary = name
                return
            }
            guard errno == EEXIST else { break }
        }
        throw .unwritable(path: path, what: Self.reason)
    }

    deinit {
        closeDescriptor()
        guard !isFinished else { return }
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(temporary + suffix) }
    }

    /// Appends bytes to the file.
    ///
    /// - Throws: `.unwritable`.
    func write(_ bytes: UnsafeRawBufferPointer) throws(TransferError) {
        try Self.write(bytes, to: descriptor, path: path)
    }

    /// Appends bytes to whatever a descriptor leads to.
    static func write(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
    ) throws(TransferError) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            #if canImport(Darwin)
            let count = Darwin.write(descriptor, start, rest.count)
            #elseif canImport(Musl)
            let count = Musl.write(descriptor, start, rest.count)
            #else
            let count = Glibc.write(descriptor, start, rest.count)
            #endif
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            if count < 0, errno == EPIPE { throw .unread(path: path) }
            guard count > 0 else { throw .unwritable(path: path, what: reason) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Gives the descriptor up, since SQLite writes the file.
    func closeDescriptor() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }

    /// Brings the file to the disk, and gives it its name.
    ///
    /// - `model`: the file whose rights it gets; those of a new file where there is none.
    /// - Throws: `.exists` when another file got the name meanwhile, `.unwritable`.
    func finish(likeFile model: String? = nil) throws(TransferError) {
        if descriptor < 0 { descriptor = open(temporary, O_RDWR | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .unwritable(path: path, what: Self.reason) }
        var status = stat()
        let mask = umask(0)
        umask(mask)
        let isModelled = model.map { stat($0, &status) == 0 } ?? false
        fchmod(descriptor, isModelled ? status.st_mode & 0o777 : 0o666 & ~mask)
        guard fsync(descriptor) == 0 else { throw .unwritable(path: path, what: Self.reason) }
        closeDescriptor()
        // Unlike a rename, a link never takes the place of another file.
        if link(temporary, path) == 0 {
            unlink(temporary)
        } else {
            guard errno != EEXIST else { throw .exists(path: path) }
            // A file system without links.
            guard lstat(path, &status) != 0 else { throw .exists(path: path) }
            guard rename(temporary, path) == 0 else {
                throw .unwritable(path: path, what: Self.reason)
            }
        }
        isFinished = true
        syncFolder()
    }

    /// Brings the name to the disk too; where the system cannot, the file is there all the same.
    private func syncFolder() {
        let folder = open(FilePath.folder(of: path), O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
