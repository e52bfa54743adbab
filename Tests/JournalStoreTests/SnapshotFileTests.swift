import Foundation
import JournalStore
import Testing

@Suite struct `The file for a snapshot` {
    let place: TemporaryJournal

    init() throws {
        place = try TemporaryJournal()
        try place.open().close()
    }

    private var file: String { SnapshotFile.path(beside: place.path) }

    private var bytes: [UInt8]? { SnapshotFile.read(beside: place.path).map { Array($0.bytes) } }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `is read as it was written, and replaced as a whole`() throws {
        #expect(file == place.path + ".snapshot")
        #expect(bytes == nil)
        for bytes in [Array("the first".utf8), [0], Array("another, and longer".utf8)] {
            #expect(SnapshotFile.write(bytes, beside: place.path))
            #expect(self.bytes == bytes)
        }
        #expect(!FileManager.default.fileExists(atPath: file + ".new"))
    }

    @Test(arguments: [0o600, 0o644, 0o640])
    func `may be read by whoever may read the journal`(mode: Int) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: place.path)
        #expect(SnapshotFile.write([1, 2, 3], beside: place.path))
        #expect(try self.mode(file) == mode)
    }

    @Test func `takes over what a process that died has left`() throws {
        try Data(repeating: 7, count: 100).write(to: URL(filePath: file + ".new"))
        #expect(SnapshotFile.write([1], beside: place.path))
        #expect(bytes == [1])
    }

    @Test func `is left alone while somebody else writes it`() throws {
        let other = open(file + ".new", O_RDWR | O_CREAT, 0o600)
        #expect(flock(other, LOCK_EX) == 0)
        #expect(!SnapshotFile.write([1], beside: place.path))
        close(other)
        #expect(SnapshotFile.write([1], beside: place.path))
    }

    @Test func `goes when it is discarded, and is missed by nobody`() throws {
        #expect(SnapshotFile.discard(beside: place.path))
        #expect(SnapshotFile.write([1], beside: place.path))
        #expect(SnapshotFile.discard(beside: place.path))
        #expect(bytes == nil)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted() == [
                "plysync.journal", "plysync.journal.lock",
            ])
    }

    @Test func `is nothing where something else has its name`() throws {
        #expect(mkfifo(file, 0o600) == 0)
        #expect(bytes == nil)
        #expect(unlink(file) == 0)
        #expect(mkdir(file, 0o700) == 0)
        #expect(bytes == nil)
        #expect(!SnapshotFile.write([1], beside: place.path))
        #expect(!SnapshotFile.discard(beside: place.path))
    }

    @Test func `cannot be written where no journal is, and never for one in memory`() {
        #expect(!SnapshotFile.write([1], beside: place.folder + "/none/plysync.journal"))
        #expect(!SnapshotFile.write([1], beside: place.folder + "/other.journal"))
        #expect(!SnapshotFile.write([1], beside: ":memory:"))
        #expect(SnapshotFile.read(beside: ":memory:")?.bytes == nil)
        #expect(SnapshotFile.discard(beside: ":memory:"))
    }
}
