#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The file in which a script finds the ready line.
package enum ReadyFile {
    /// Removes what an earlier start left, which nobody must take for this one's.
    package static func remove(_ path: String) { _ = unlink(path) }

    /// Writes a line; whoever waits for the file sees it whole or not at all.
    package static func write(_ line: String, to path: String) throws(SandboxError) {
        let unready = "\(path).unready"
        do throws(SandboxError) {
            let file = try SystemFile(unready, flags: O_WRONLY | O_CREAT | O_TRUNC)
            try file.write(Array((line + "\n").utf8))
            try file.rename(to: path)
        } catch {
            _ = unlink(unready)
            throw error
        }
    }
}
