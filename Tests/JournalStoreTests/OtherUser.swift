// Somebody without the rights of root, whom no file denies anything.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Acts as somebody to whom the modes of files apply.
enum OtherUser {
    /// Runs `work` with the file rights of nobody, on this thread only; as who we are where that is
    /// not root.
    static func act<Value>(_ work: () throws -> Value) rethrows -> Value {
        guard geteuid() == 0 else { return try work() }
        _ = setFileSystemUser(65_534)
        defer { _ = setFileSystemUser(0) }
        return try work()
    }
}

@_silgen_name("setfsuid") private func setFileSystemUser(_ user: UInt32) -> Int32
