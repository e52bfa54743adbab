// The functions that SQLite calls for a file on a faulty disk. Each asks the disk whether it is to
// fail, has the system's VFS do the work, and tells the disk what was done.

import CSQLite

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// An open file: what stands in SQLite's memory before the file of the system's VFS.
enum FaultyFile {
    /// What the functions need to know of the file.
    final class Context {
        let disk: FaultyDisk
        /// Nil for a file without a name, which nobody finds after a power cut.
        let number: Int?
        /// A log's first sync makes the system's VFS sync the folder too.
        var syncsFolder: Bool

        init(disk: FaultyDisk, number: Int?, syncsFolder: Bool) {
            self.disk = disk
            self.number = number
            self.syncsFolder = syncsFolder
        }
    }

    /// The bytes before the system's file: the table of functions and the context.
    private static let headerBytes = 16

    /// Fills a VFS with what the system's does, but for what concerns files.
    static func prepare(
        _ vfs: UnsafeMutablePointer<sqlite3_vfs>, name: String, disk: UnsafeMutableRawPointer
    ) {
        var own = system.pointee
        own.szOsFile += Int32(headerBytes)
        own.pNext = nil
        own.zName = UnsafePointer(strdup(name))
        own.pAppData = disk
        own.xOpen = { vfs, path, file, flags, outFlags in
            FaultyFile.open(vfs, path, file, flags, outFlags)
        }
        own.xDelete = { vfs, path, syncsFolder in FaultyFile.delete(vfs, path, syncsFolder) }
        vfs.initialize(to: own)
    }

    private static func given<Value>(_ value: Value?) -> Value {
        guard let value else { preconditionFailure("SQLite gives all that it is to give") }
        return value
    }

    private static var system: UnsafeMutablePointer<sqlite3_vfs> { given(sqlite3_vfs_find(nil)) }

    private static func disk(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> FaultyDisk {
        Unmanaged<FaultyDisk>.fromOpaque(given(given(vfs).pointee.pAppData)).takeUnretainedValue()
    }

    private static func name(_ path: UnsafePointer<CChar>) -> String {
        String(String(cString: path).split(separator: "/").last ?? "")
    }

    private static func header(
        _ file: UnsafeMutablePointer<sqlite3_file>?
    ) -> UnsafeMutablePointer<UnsafeRawPointer?> {
        UnsafeMutableRawPointer(given(file)).assumingMemoryBound(to: UnsafeRawPointer?.self)
    }

    /// The system's file, which lies behind the header.
    private static func inner(
        _ file: UnsafeMutablePointer<sqlite3_file>?
    ) -> UnsafeMutablePointer<sqlite3_file> {
        (UnsafeMutableRawPointer(given(file)) + headerBytes).assumingMemoryBound(
            to: sqlite3_file.self)
    }

    private static func context(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Context {
        Unmanaged<Context>.fromOpaque(given(header(file)[1])).takeUnretainedValue()
    }

    /// Fails as the system does: with a code of SQLite, and `errno` beside it.
    private static func failed(_ cause: FaultyDisk.Fault.Cause, _ code: Int32) -> Int32 {
        errno = cause.code
        return code
    }

    // MARK: Names

    private static func open(
        _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?,
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
        _ outFlags: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        let disk = disk(vfs)
        header(file)[0] = nil
        if let cause = disk.failure(of: .open) { return failed(cause, SQLITE_CANTOPEN) }
        let code = system.pointee.xOpen(system, path, inner(file), flags, outFlags)
        guard code == SQLITE_OK else { return code }
        let isLog = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL) != 0
        let context = Context(
            disk: disk, number: path.map { disk.file(named: name($0)) },
            syncsFolder: isLog && flags & SQLITE_OPEN_CREATE != 0)
        header(file)[1] = UnsafeRawPointer(Unmanaged.passRetained(context).toOpaque())
        header(file)[0] = UnsafeRawPointer(functions)
        return code
    }

    private static func delete(
        _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?,
        _ syncsFolder: Int32
    ) -> Int32 {
        let disk = disk(vfs)
        if let cause = disk.failure(of: .delete) { return failed(cause, DiskCode.delete) }
        let code = system.pointee.xDelete(system, path, 0)
        if code == SQLITE_OK, let path { disk.noteDeletion(of: name(path)) }
        if code == SQLITE_OK, syncsFolder != 0 { disk.note(.syncFolder) }
        return code
    }

    // MARK: Bytes

    /// A write that fails has done half of its work.
    private static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeRawPointer?, _ count: Int32,
        _ start: Int64
    ) -> Int32 {
        let context = context(file)
        let cause = context.disk.failure(of: .write)
        let written = cause == nil ? count : count / 2
        let code = inner(file).pointee.pMethods.pointee.xWrite(inner(file), bytes, written, start)
        if code == SQLITE_OK, let number = context.number {
            let copy = Array(UnsafeRawBufferPointer(start: bytes, count: Int(written)))
            context.disk.note(.write(file: number, at: Int(start), copy))
        }
        return cause.map { failed($0, $0 == .full ? SQLITE_FULL : DiskCode.write) } ?? code
    }

    private static func sync(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
        let context = context(file)
        guard let number = context.number else { return SQLITE_OK }
        if let cause = context.disk.failure(of: .sync) {
            context.disk.note(.failedSync(file: number))
            return failed(cause, DiskCode.sync)
        }
        context.disk.note(.sync(file: number))
        if context.syncsFolder { context.disk.note(.syncFolder) }
        context.syncsFolder = false
        return SQLITE_OK
    }

    private static func truncate(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ size: Int64
    ) -> Int32 {
        let context = context(file)
        if let cause = context.disk.failure(of: .truncate) {
            return failed(cause, DiskCode.truncate)
        }
        let code = inner(file).pointee.pMethods.pointee.xTruncate(inner(file), size)
        if code == SQLITE_OK, let number = context.number {
            context.disk.note(.truncate(file: number, size: Int(size)))
        }
        return code
    }

    private static func close(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
        let code = inner(file).pointee.pMethods.pointee.xClose(inner(file))
        Unmanaged<Context>.fromOpaque(given(header(file)[1])).release()
        return code
    }

    // MARK: The table of functions

    /// Made once and kept for good, as SQLite wants it.
    nonisolated(unsafe) private static let functions: UnsafeMutablePointer<sqlite3_io_methods> = {
        var table = sqlite3_io_methods()
        // Version 2: without mapping of the file into memory, past which writes could go.
        table.iVersion = 2
        table.xClose = { FaultyFile.close($0) }
        table.xRead = { file, bytes, count, start in
            if let cause = context(file).disk.failure(of: .read) {
                return failed(cause, DiskCode.read)
            }
            return inner(file).pointee.pMethods.pointee.xRead(inner(file), bytes, count, start)
        }
        table.xWrite = { FaultyFile.write($0, $1, $2, $3) }
        table.xTruncate = { FaultyFile.truncate($0, $1) }
        table.xSync = { file, _ in FaultyFile.sync(file) }
        table.xFileSize = { inner($0).pointee.pMethods.pointee.xFileSize(inner($0), $1) }
        table.xLock = { inner($0).pointee.pMethods.pointee.xLock(inner($0), $1) }
        table.xUnlock = { inner($0).pointee.pMethods.pointee.xUnlock(inner($0), $1) }
        table.xCheckReservedLock = {
            inner($0).pointee.pMethods.pointee.xCheckReservedLock(inner($0), $1)
        }
        table.xFileControl = { inner($0).pointee.pMethods.pointee.xFileControl(inner($0), $1, $2) }
        table.xSectorSize = { inner($0).pointee.pMethods.pointee.xSectorSize(inner($0)) }
        table.xDeviceCharacteristics = {
            inner($0).pointee.pMethods.pointee.xDeviceCharacteristics(inner($0))
        }
        table.xShmMap = { file, region, size, extends, memory in
            if let cause = context(file).disk.failure(of: .share) {
                return failed(cause, DiskCode.share)
            }
            return inner(file).pointee.pMethods.pointee.xShmMap(
                inner(file), region, size, extends, memory)
        }
        table.xShmLock = {
            inner($0).pointee.pMethods.pointee.xShmLock(inner($0), $1, $2, $3)
        }
        table.xShmBarrier = { inner($0).pointee.pMethods.pointee.xShmBarrier(inner($0)) }
        table.xShmUnmap = { inner($0).pointee.pMethods.pointee.xShmUnmap(inner($0), $1) }
        let place = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        place.initialize(to: table)
        return place
    }()
}

/// SQLite's extended codes for failures of the disk, which C spells as macros that Swift cannot read.
private enum DiskCode {
    static let read = SQLITE_IOERR | 1 << 8
    static let write = SQLITE_IOERR | 3 << 8
    static let sync = SQLITE_IOERR | 4 << 8
    static let truncate = SQLITE_IOERR | 6 << 8
    static let delete = SQLITE_IOERR | 10 << 8
    static let share = SQLITE_IOERR | 19 << 8
}
