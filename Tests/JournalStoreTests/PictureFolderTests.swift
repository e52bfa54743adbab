import Catalog
import Foundation
import Hashing
import JournalStore
import Testing

@Suite struct `A folder of pictures` {
    let place: TemporaryJournal
    let folder: PictureFolder

    init() throws {
        place = try TemporaryJournal()
        folder = PictureFolder(path: place.folder + "/pictures")
    }

    private let picture = Array("a picture".utf8)

    @Test func `keeps each content once, under its hash`() throws {
        let digest = try folder.keep(picture)
        #expect(digest == ContentHash.of(picture))
        let place = folder.path(of: digest)
        #expect(place == "\(folder.path)/\(digest.hex.prefix(2))/\(digest.hex.suffix(62))")
        #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == Data(picture))
        let made = try FileManager.default.attributesOfItem(atPath: place)[.systemFileNumber]
        #expect(try folder.keep(picture) == digest)
        let again = try FileManager.default.attributesOfItem(atPath: place)[.systemFileNumber]
        #expect(made as? Int == again as? Int)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(names.count == 2)
        #expect(folder.holds(digest))
        #expect(try folder.bytes(of: digest) == picture)
    }

    @Test func `has nothing that was not kept`() throws {
        let digest = ContentHash.of(picture)
        #expect(!folder.holds(digest))
        #expect(try folder.bytes(of: digest) == nil)
    }

    @Test func `says when a file holds something else`() throws {
        let digest = try folder.keep(picture)
        try Data("another".utf8).write(to: URL(fileURLWithPath: folder.path(of: digest)))
        #expect(
            throws: TransferError.unreadable(
                path: folder.path(of: digest), what: "it does not hold what was kept in it")
        ) { _ = try folder.bytes(of: digest) }
    }

    @Test func `that cannot be made is an error`() throws {
        let folder = PictureFolder(path: place.folder + "/no/such/place")
        #expect(throws: TransferError.self) { try folder.keep(picture) }
    }
}
