// Exports as texts, for tests that change them.

import Catalog
import Foundation
import JournalStore

/// An exported journal in memory, and what becomes of it when it is imported.
struct Lines {
    var lines: [String]

    init(_ reader: JournalReader) throws {
        var bytes: [UInt8] = []
        _ = try reader.export { bytes.append(contentsOf: $0) }
        lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Imports the lines to a path; the file that they stand in is beside it.
    func importing(to path: String, secrets: [String] = []) throws -> TransferSummary {
        let file = path + ".jsonl"
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: file))
        return try Self.importing(file: file, to: path, secrets: secrets)
    }

    static func importing(
        file: String, to path: String, secrets: [String] = []
    ) throws -> TransferSummary {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        defer { try? handle.close() }
        let options = JournalOptions(
            now: { Instant(seconds: 0) }, randomBytes: { Array(repeating: 0, count: $0) },
            process: .init(pid: 4712, host: "there"))
        return try JournalImport.run(
            fromDescriptor: handle.fileDescriptor, name: file, to: path, options: options,
            secrets: secrets)
    }
}

/// Every row of a journal's tables as text, so that two journals can be compared.
func rows(_ path: String) throws -> [String] {
    let tool = try RawSQLite(path)
    return try [
        "SELECT quote(format) || quote(id) || created FROM journal",
        "SELECT id || name FROM names ORDER BY id",
        """
        SELECT sequence || ',' || time || ',' || run || ',' || system || ',' || kind || ',' || version
            || subjects || cause || quote(body_hash) || quote(hash) || quote(body)
        FROM events ORDER BY sequence
        """,
        """
        SELECT id || ',' || sequence || quote(hash) || size || ',' || checksum || quote(data)
        FROM blobs ORDER BY id
        """,
        """
        SELECT name || ',' || sequence || role FROM event_subjects
        JOIN subjects ON subjects.id = subject ORDER BY 1
        """,
    ].flatMap(tool.text)
}
