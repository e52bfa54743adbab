// A backup is a journal that can be trusted, or it is not there.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `A backup` {
    let place: TemporaryJournal

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        journal.close()
    }

    private var copy: String { place.folder + "/copy.journal" }

    /// What lies beside the journal and does not belong to it.
    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.folder)
            .filter { !$0.hasPrefix("plysync.journal") }.sorted()
    }

    @Test func `is the journal again`() throws {
        let summary = try Journal.backup(at: place.path, to: copy)
        let head = try JournalReader.open(at: place.path).head()
        #expect(summary.head == head)
        #expect(summary.events == 12)
        #expect(summary.blobs == 3)
        #expect(summary.bytes == (try Data(contentsOf: URL(fileURLWithPath: copy))).count)
        #expect(try rows(copy) == rows(place.path))
        #expect(try Journal.verify(at: copy, head: head).isValid)
        #expect(try Checker.run(copy, head: "\(head.sequence):\(head.hash)").status == 0)
    }

    @Test func `leaves nothing beside itself, and has the rights of the journal`() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: place.path)
        _ = try Journal.backup(at: place.path, to: copy)
        #expect(try names() == ["copy.journal"])
        let rights = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
        #expect(rights as? Int == 0o640)
    }

    @Test func `goes on where the journal was`() async throws {
        _ = try Journal.backup(at: place.path, to: copy)
        let journal = try Journal.open(at: copy, create: false, options: place.options)
        let appended = try await journal.append([draft()], run: run, expecting: [.sku("0"): 12])
        #expect(appended.sequences == 13...13)
        journal.close()
        #expect(try Journal.verify(at: copy).isValid)
    }

    @Test func `is made while somebody writes`() async throws {
        let journal = try place.open()
        let body = #"{"x":""# + String(repeating: "y", count: 200_000) + #""}"#
        for _ in 0..<120 { _ = try await journal.append([draft(body: body)], run: run) }
        // Between its pages another connection commits, again and again.
        let tool = try RawSQLite(place.path, knowsFunction: true)
        var commits = 0
        let summary = try Journal.backup(at: place.path, to: copy) {
            commits += 1
            try? tool.execute("INSERT INTO names SELECT max(id) + 1, 'n' || max(id) FROM names")
            return false
        }
        #expect(commits > 2)
        #expect(try tool.text("SELECT count(*) FROM names WHERE name LIKE 'n%'") == ["\(commits)"])
        #expect(summary.head == (try journal.head()))
        #expect(try Journal.verify(at: copy, head: summary.head).isValid)
        #expect(try RawSQLite(copy).text("SELECT name FROM names WHERE name LIKE 'n%'") == [])
        journal.close()
    }

    @Test func `takes the place of nothing`() throws {
        try Data("precious".utf8).write(to: URL(fileURLWithPath: copy))
        #expect(throws: TransferError.exists(path: copy)) {
            _ = try Journal.backup(at: place.path, to: copy)
        }
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == "precious")
        #expect(throws: TransferError.exists(path: place.path)) {
            _ = try Journal.backup(at: place.path, to: place.path)
        }
        let link = place.folder + "/link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: place.folder + "/nothing")
        #expect(throws: TransferError.exists(path: link)) {
            _ = try Journal.backup(at: place.path, to: link)
        }
    }

    @Test func `that is stopped leaves nothing`() throws {
        #expect(throws: TransferError.stopped) {
            _ = try Journal.backup(at: place.path, to: copy) { true }
        }
        #expect(try names() == [])
    }

    @Test func `of a damaged journal is not called one`() throws {
        do {
            let tool = try RawSQLite(place.path)
            try tool.pastTriggers {
                try tool.execute("UPDATE events SET body = '{}' WHERE sequence = 7")
            }
        }
        #expect(throws: TransferError.notGood(what: "event 7: its body was changed")) {
            _ = try Journal.backup(at: place.path, to: copy)
        }
        #expect(try names() == [])
    }

    @Test func `that was killed does not hinder the next`() throws {
        try Data("half".utf8).write(to: URL(fileURLWithPath: copy + ".unfinished"))
        _ = try Journal.backup(at: place.path, to: copy)
        #expect(try String(contentsOfFile: copy + ".unfinished", encoding: .utf8) == "half")
        #expect(try Journal.verify(at: copy).isValid)
    }

    @Test func `of nothing is an error`() throws {
        let nothing = place.folder + "/nothing.journal"
        #expect(throws: TransferError.journal(.missing(path: nothing))) {
            _ = try Journal.backup(at: nothing, to: copy)
        }
        #expect(
            throws: TransferError.unwritable(path: "/nowhere/x", what: "No such file or directory")
        ) { _ = try Journal.backup(at: place.path, to: "/nowhere/x") }
    }
}
