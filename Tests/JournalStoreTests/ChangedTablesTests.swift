// Tables, indexes, triggers and views: each one that is gone or changed is named, by whoever would
// write before anything is written, and by a verification.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `A journal whose tables were changed` {
    let place: TemporaryJournal

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock, events: 6)
        journal.close()
    }

    private struct Definition {
        let type: String
        let name: String
    }

    private func definitions() throws -> [Definition] {
        try RawSQLite(place.path).text("SELECT type || ' ' || name FROM sqlite_schema").map {
            let words = $0.split(separator: " ")
            return Definition(type: String(words[0]), name: String(words[1]))
        }
    }

    /// What is found when the journal is opened for writing and when it is verified; the file is as
    /// it was then.
    private func expect(
        _ difference: String, after sql: String, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: place.path))
        try RawSQLite(place.path).execute(sql)
        let changed = try Data(contentsOf: URL(fileURLWithPath: place.path))
        let error = #expect(throws: JournalError.self, sourceLocation: location) {
            try place.open(create: true)
        }
        guard case .schemaChanged(_, let differences)? = error else {
            Issue.record("\(sql): \(error.debugDescription)", sourceLocation: location)
            return
        }
        #expect(differences.contains(difference), sourceLocation: location)
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: place.path)) == changed,
            sourceLocation: location)
        let found = try Journal.verify(at: place.path)
        #expect(found.findings.contains(.schema(difference)), sourceLocation: location)
        try whole.write(to: URL(fileURLWithPath: place.path))
    }

    @Test func `is not written to where one is gone`() throws {
        let definitions = try definitions()
        #expect(definitions.count == 30)
        for definition in definitions {
            let title = "\(definition.type) \(definition.name)"
            try expect("\(title) is missing", after: "DROP \(title)")
        }
    }

    @Test func `is not written to where one says something else`() throws {
        for definition in try definitions() {
            try expect(
                "\(definition.type) \(definition.name) was changed",
                after: """
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = '\(definition.name)'
                    """)
        }
    }
}
