// Bytes in a folder, each content once, by the digits of its hash.

package import Catalog
import Hashing

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder of files `ab/cdef…`, whose names are the SHA-256 of what is in them.
package struct PictureFolder: Sendable {
    package let path: String

    /// A file is read up to so many bytes: 1 GiB.
    private static let bytesMax = 1 << 30

    package init(path: String) { self.path = path }

    /// Where a content is, or would be.
    package func path(of digest: Digest) -> String {
        "\(path)/\(digest.hex.prefix(2))/\(digest.hex.dropFirst(2))"
    }

    /// True when there is a file of that name; its content is not looked at.
    package func holds(_ digest: Digest) -> Bool { FilePath.exists(path(of: digest)) }

    /// Puts bytes into the folder, on disk when it returns; bytes that are there stay as they are.
    ///
    /// - Throws: `.unwritable`.
    @discardableResult
    package func keep(_ bytes: [UInt8]) throws(TransferError) -> Digest {
        let digest = ContentHash.of(bytes)
        let place = path(of: digest)
        for folder in [path, FilePath.folder(of: place)] {
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
                throw .unwritable(path: folder, what: String(cString: strerror(errno)))
            }
        }
        do throws(TransferError) {
            let file = try FreshFile(place)
            let result = bytes.withUnsafeBytes { bytes in
                Result { () throws(TransferError) in try file.write(bytes) }
            }
            try result.get()
            try file.finish()
        } catch {
            // The same bytes, kept before or by somebody else just now.
            if case .exists = error { return digest }
            throw error
        }
        return digest
    }

    /// The bytes of a hash, held against it; nil when there is no such file.
    ///
    /// - Throws: `.unreadable`, also when the file holds other bytes.
    package func bytes(of digest: Digest) throws(TransferError) -> [UInt8]? {
        let place = path(of: digest)
        let descriptor = open(place, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(path: place, what: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= Self.bytesMax {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .unreadable(path: place, what: String(cString: strerror(errno)))
            }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        guard ContentHash.of(bytes) == digest else {
            throw .unreadable(path: place, what: "it does not hold what was kept in it")
        }
        return bytes
    }
}
