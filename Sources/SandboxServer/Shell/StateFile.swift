#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif
internal import Synchronization

/// The file that `--state` names: lines, to which more are added.
///
/// A line is in the system's hands before the answer to its request is sent, so that the file
/// survives the end of the process, whatever ends it.
package final class StateFile: Sendable {
    /// What the file held when it was opened; nil for a new one.
    package let recording: Recording?
    private let file: Mutex<SystemFile>

    /// Opens a file, or makes an empty one; a line that a crash left half written is cut off.
    package init(_ path: String) throws(SandboxError) {
        let file = try SystemFile(path, flags: O_RDWR | O_CREAT | O_APPEND)
        guard file.lock() else { throw .badState(path: path, reason: "another sandbox uses it") }
        let bytes = try file.readAll()
        let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let lines = bytes[..<end].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        recording = try Recording(lines: lines, path: path)
        // After the look at it: a file of somebody else's stays as it is.
        if end == 0, !bytes.isEmpty {
            throw .badState(path: path, reason: "it is not a file that a sandbox wrote")
        }
        if end < bytes.count { try file.truncate(to: end) }
        self.file = Mutex(file)
    }

    /// Adds one line; `line` has no end.
    package func append(_ line: String) throws(SandboxError) {
        let result = file.withLock { file -> Result<Void, SandboxError> in
            do throws(SandboxError) {
                return .success(try file.write(Array((line + "\n").utf8)))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
