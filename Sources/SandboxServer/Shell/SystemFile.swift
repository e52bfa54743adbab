#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// An open file, by the system's own calls; closed when the last one lets go of it.
///
/// Its methods may be called from one task at a time.
struct SystemFile: ~Copyable {
    private let descriptor: CInt
    private let path: String

    /// Opens with the flags of `open`; a file that is made can be read by everybody.
    init(_ path: String, flags: CInt) throws(SandboxError) {
        self.path = path
        descriptor = open(path, flags | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: Self.reason) }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// Whether nobody else has locked the file; it is locked from then on, until it is closed.
    func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    /// Everything from the beginning on.
    func readAll() throws(SandboxError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &piece, piece.count, off_t(bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .cannotRead(path: path, reason: Self.reason) }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    func write(_ bytes: [UInt8]) throws(SandboxError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in
                systemWrite(descriptor, buffer)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .cannotWrite(path: path, reason: Self.reason) }
            rest = rest.dropFirst(count)
        }
    }

    /// Cuts the file off after so many bytes.
    func truncate(to count: Int) throws(SandboxError) {
        guard ftruncate(descriptor, off_t(count)) == 0 else {
            throw .cannotWrite(path: path, reason: Self.reason)
        }
    }

    /// Gives the file a name, in one step, in another one's place.
    func rename(to newPath: String) throws(SandboxError) {
        guard systemRename(path, newPath) == 0 else {
            throw .cannotWrite(path: newPath, reason: Self.reason)
        }
    }

    private static var reason: String { reason(errno) }

    /// What an error number of the system means.
    static func reason(_ number: CInt) -> String { String(cString: strerror(number)) }
}

// The methods have the names of the functions that they call.

private func systemWrite(_ descriptor: CInt, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}

private func systemRename(_ path: String, _ newPath: String) -> CInt { rename(path, newPath) }
