// Files that the user names: what cannot be read or written is told in a plain sentence.

import Foundation

/// Files that a command reads.
enum InputFile {
    /// The largest file that is read: 512 MiB.
    private static let bytesMax = 512 << 20

    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= bytesMax else {
                throw CommandFailure("\(path) is larger than 512 MiB", hint: "Split it")
            }
        }
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure(
            "\(path) cannot be read: \(SystemFault.sentence)",
            hint: "Check the path and that you may read it")
    }
}

/// Files that a command writes: whole or not at all.
enum OutputFile {
    /// Throws when a file could not be written, before the work that it is to tell of; leaves
    /// nothing behind.
    static func check(_ path: String) throws {
        switch kind(path) {
        case S_IFDIR: throw refused(path, "it is a folder, not a file")
        case S_IFREG, nil: break
        default:
            // A device or a pipe: a reader may come later, so that only its rights are asked.
            guard access(path, W_OK) == 0 else { throw refused(path, SystemFault.sentence) }
            return
        }
        try probe(try nearestFolder(of: path), for: path)
    }

    /// Throws when no file can be made in a folder.
    private static func probe(_ folder: String, for path: String) throws {
        // Asking for rights does not tell of a disk that cannot be written: only writing does.
        var name = Array("\(folder)/.plysync-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            // Some folders of the system hold what it shows, and no files of others.
            throw refused(
                path, errno == ENOENT ? "no file can be made in \(folder)" : SystemFault.sentence)
        }
        close(descriptor)
        unlink(name)
    }

    /// The same for a file that is not there yet and for which no folder is made.
    static func checkNew(_ path: String) throws {
        // What is there is refused in words of its own.
        guard kind(path) == nil else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard kind(folder) != nil else { throw refused(path, "there is no folder \(folder)") }
        try check(path)
    }

    /// Throws when files could not be made in a folder, which itself may have to be made.
    static func check(folder: String) throws {
        switch kind(folder) {
        case S_IFDIR: try probe(folder, for: folder)
        case nil: try checkNew(folder)
        default: throw refused(folder, "it is a file, not a folder")
        }
    }

    static func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        // What is no file is written to, and not replaced by one.
        let isStream = kind(path).map { $0 != S_IFREG && $0 != S_IFDIR } ?? false
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((text + "\n").utf8).write(to: url, options: isStream ? [] : .atomic)
        } catch {
            throw CommandFailure(
                "\(path) cannot be written: \(SystemFault.sentence(of: error))",
                hint: "Name another file; what was done is in the journal", exitStatus: 1)
        }
    }

    /// The folder that is there, on the way to a file: those behind it are made later.
    private static func nearestFolder(of path: String) throws -> String {
        var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        while kind(folder.path) == nil, folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
        }
        guard kind(folder.path) == S_IFDIR else {
            throw refused(path, "\(folder.path) is not a folder")
        }
        return folder.path
    }

    /// The kind of a file, through links; nil when there is none.
    private static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private static func refused(_ path: String, _ why: String) -> CommandFailure {
        CommandFailure(
            "\(path) cannot be written: \(why)", hint: "Name another one; nothing was done yet")
    }
}

/// What the operating system refused, for people.
enum SystemFault {
    /// Of the call that failed just now.
    static var sentence: String { sentence(errno) }

    static func sentence(of error: any Error) -> String {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
        if let posix = [error, cause].compactMap({ $0 }).first(where: {
            $0.domain == NSPOSIXErrorDomain
        }) {
            return sentence(Int32(posix.code))
        }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: return sentence(ENOENT)
        case .fileReadNoPermission, .fileWriteNoPermission: return sentence(EACCES)
        case .fileWriteOutOfSpace: return sentence(ENOSPC)
        case .fileWriteVolumeReadOnly: return sentence(EROFS)
        default: return "the system does not let it"
        }
    }

    /// Of an error by its number.
    static func sentence(_ number: Int32) -> String {
        switch number {
        case ENOENT: "there is no such file or folder"
        case EISDIR: "it is a folder, not a file"
        case ENOTDIR: "a part of its path is not a folder"
        case EACCES, EPERM: "you do not have the right to"
        case ENOSPC: "the disk is full"
        case EROFS: "the disk cannot be written"
        default: String(cString: strerror(number))
        }
    }
}
