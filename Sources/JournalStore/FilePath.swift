// The one name of a file, however it is reached.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Paths as the system sees them.
enum FilePath {
    /// The path with every symbolic link followed, so that two ways to a journal meet in one lock;
    /// the last part need not exist.
    ///
    /// - Throws: `.failed` when the folder does not exist, or the path is a folder.
    static func resolved(_ path: String) throws(JournalError) -> String {
        var path = path
        // The system follows no more than 40 links either.
        for _ in 0..<40 {
            if let real = real(path) {
                var status = stat()
                guard stat(real, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else {
                    throw .failed(path: path, what: "it is a folder, not a file")
                }
                return real
            }
            guard let target = linkTarget(path) else {
                guard let folder = real(folder(of: path)) else {
                    throw .failed(path: path, what: "its folder does not exist")
                }
                return (folder == "/" ? "" : folder) + "/" + name(of: path)
            }
            path = target.hasPrefix("/") ? target : folder(of: path) + "/" + target
        }
        throw .failed(path: path, what: "its symbolic links lead in a circle")
    }

    /// True when a file is there, or when the process may not know.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == EACCES }

    /// True when the process may read the file.
    static func isReadable(_ path: String) -> Bool {
        faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0
    }

    /// True when the process may make files in the folder that holds the path.
    static func isFolderWritable(_ path: String) -> Bool {
        // With the effective user, as the calls that make files do.
        faccessat(AT_FDCWD, folder(of: path), W_OK, AT_EACCESS) == 0
    }

    /// A `file:` URI for SQLite, with parameters behind the question mark.
    static func uri(_ path: String, _ parameters: String) -> String {
        var uri = "file:"
        for byte in path.utf8 {
            switch byte {
            case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E:
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return uri + "?" + parameters
    }

    private static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func linkTarget(_ path: String) -> String? {
        let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            count = buffer.withMemoryRebound(to: CChar.self) { buffer in
                buffer.baseAddress.map { max(0, readlink(path, $0, buffer.count)) } ?? 0
            }
        }
        return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
