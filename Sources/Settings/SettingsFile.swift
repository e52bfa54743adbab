import Foundation

/// A text file that was read, with who else might have read it.
struct SettingsFile {
    /// From where it was read.
    let path: String
    /// As errors name it.
    let name: String
    let text: String
    /// The permission bits of the file that was opened.
    let mode: UInt32

    static let bytesMax = 1_048_576

    /// Reads a whole file; nil when there is none, throws when it is too large or not UTF-8.
    init?(at path: String, name: String) throws(SettingsError) {
        self.path = path
        self.name = name
        // Without waiting, since opening a pipe would never end.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SettingsError(
                file: name, what: "the file cannot be opened (\(String(cString: strerror(errno))))",
                hint: "Look at who owns the file and its folder, and at their permissions.")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SettingsError(
                file: name, what: "this is not a regular file", hint: "Name a text file.")
        }
        mode = UInt32(status.st_mode) & 0o777
        guard status.st_size <= Self.bytesMax else { throw Self.tooLarge(name) }
        guard let text = String(validating: try Self.bytes(of: descriptor, name), as: UTF8.self)
        else {
            throw SettingsError(
                file: name, what: "the file is not UTF-8 text", hint: "Save it as UTF-8.")
        }
        self.text = text
    }

    /// Throws unless only the owner may read the file.
    ///
    /// The bits decide, not whether somebody else did read it.
    func refuseUnlessPrivate(_ place: Place? = nil) throws(SettingsError) {
        guard mode & 0o077 != 0 else { return }
        let place = place ?? Place("", .file(name, line: nil))
        throw place.error(
            "others than its owner may use this file, which holds a secret (its mode is "
                + "\(String(mode, radix: 8)))",
            hint: "Run: chmod 600 \(Self.shellWord(path))")
    }

    private static func bytes(of descriptor: Int32, _ name: String) throws(SettingsError) -> [UInt8]
    {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw SettingsError(
                    file: name, what: "reading failed (\(String(cString: strerror(errno))))",
                    hint: "Check the disk.")
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            // It may have grown since it was measured.
            guard bytes.count <= bytesMax else { throw tooLarge(name) }
        }
    }

    private static func tooLarge(_ name: String) -> SettingsError {
        SettingsError(
            file: name, what: "the file is larger than 1 MB", hint: "Name a file of settings.")
    }

    private static func shellWord(_ path: String) -> String {
        let plain = path.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || "/._-+".utf8.contains(byte)
        }
        return plain ? path : "'\(path.replacing("'", with: #"'\''"#))'"
    }
}
