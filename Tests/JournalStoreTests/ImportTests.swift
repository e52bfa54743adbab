// What is not an export of a journal does not become one.

import Catalog
import Foundation
import JSON
import JournalStore
import Testing

@Suite struct `An import` {
    let place: TemporaryJournal
    let lines: Lines

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        journal.close()
        lines = try Lines(try JournalReader.open(at: place.path))
    }

    private var other: String { place.folder + "/other.journal" }

    /// Expects that the lines are refused at a place, and that nothing is left of them.
    private func expectRefusal(
        _ changed: Lines, line: Int, _ words: String, secrets: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let error = #expect(throws: TransferError.self, sourceLocation: sourceLocation) {
            _ = try changed.importing(to: other, secrets: secrets)
        }
        guard case .wrongLine(line, let what)? = error, words.isEmpty || what.contains(words)
        else {
            let found = error.map { "\($0)" } ?? "nothing"
            Issue.record("\(found)", sourceLocation: sourceLocation)
            return
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: place.folder).filter {
            $0.hasPrefix("other") && !$0.hasSuffix(".jsonl")
        }
        #expect(left == [], sourceLocation: sourceLocation)
    }

    /// A member of a line, and another value of it.
    private func with(_ index: Int, _ change: (inout JSONValue) -> Void) throws -> Lines {
        var changed = lines
        var value = try JSONValue(parsing: lines.lines[index])
        change(&value)
        changed.lines[index] = value.text
        return changed
    }

    /// Where lines stand: 0 the journal, 1 a blob, 2 event 1, 3 event 2, 4 and 5 blobs, 6 event 3.
    static let changes: [(index: Int, member: String, value: JSONValue, words: String)] = [
        (0, "specversion", "0.3", "does not begin the export"),
        (0, "type", "other", "does not begin the export"),
        (0, "source", "urn:uuid:00", "does not say which journal"),
        (0, "time", "2026-03-01", "its time is no time in UTC"),
        (0, "data", ["format": "plysync-journal-1"], "does not say which journal"),
        (1, "hash", "00", "not 64 hexadecimal digits"),
        (1, "size", 3, "not the content of its hash and size"),
        (1, "size", -1, "not the content of its hash and size"),
        (1, "data_base64", "AAAA", "not the content of its hash and size"),
        (1, "data_base64", "AAA", "no Base64"),
        (1, "data_base64", "", "has no data_base64"),
        (1, "id", "blob-2", "not blob 1"),
        (1, "event", "2", "its event is not 1"),
        (1, "redacted", true, "it is redacted, and has data"),
        (2, "source", "urn:uuid:11010203-0405-0607-0809-0a0b0c0d0e0f", "another journal"),
        (2, "specversion", "2.0", "not of CloudEvents"),
        (2, "type", "RunStarted", "none of an export"),
        (2, "type", "plysync.event.RunEnded", "does not follow"),
        (2, "type", "plysync.event.%4", "none of an export"),
        (2, "type", "plysync.event.", "1 to 200 bytes"),
        (2, "id", "2", "event 1 is the next"),
        (2, "id", "01", "no number"),
        (2, "time", "2026-03-01T08:30:00.000001Z", "does not follow"),
        (2, "run", "other", "does not follow"),
        (2, "system", "other", "does not follow"),
        (2, "bodyversion", 2, "does not follow"),
        (2, "bodyversion", 0, "its bodyversion is 0"),
        (2, "bodyversion", "one", "expected a number"),
        (2, "subjects", #"["run:2"]"#, "does not follow"),
        (2, "subjects", #"[ "run:1" ]"#, "no array of texts"),
        (2, "subjects", #"[""]"#, "no array of texts"),
        (2, "cause", "[1]", "earlier events"),
        (2, "cause", "[01]", "earlier events"),
        (2, "hash", .string(String(repeating: "0", count: 64)), "does not follow"),
        (2, "bodyhash", .string(String(repeating: "0", count: 64)), "not those of its bodyhash"),
        (2, "data", ["program": "0.2"], "not those of its bodyhash"),
        (2, "data_base64", "e30=", "not exactly one"),
        (2, "redacted", true, "it is redacted, and has data"),
        (6, "time", "2026-03-01T08:29:59.000000Z", "before the one of its predecessor"),
        (0, "id", "other", "its id is not what"),
        (0, "datacontenttype", "text/plain", "its datacontenttype is not what"),
        (0, "other", "x", "a member that no export gives it"),
        (1, "datacontenttype", "application/json", "its datacontenttype is not what"),
        (1, "other", "x", "a member that no export gives it"),
        (1, "redacted", false, "a member that no export gives it"),
        (2, "subject", "run:2", "its subject is not what"),
        (2, "datacontenttype", "text/plain", "its datacontenttype is not what"),
        (2, "other", "x", "a member that no export gives it"),
        (2, "size", 1, "a member that no export gives it"),
    ]

    @Test(arguments: changes)
    func `refuses a line that was changed`(
        _ index: Int, _ member: String, _ value: JSONValue, _ words: String
    ) throws {
        let changed = try with(index) { $0[member] = value }
        try expectRefusal(changed, line: index + 1, words)
    }

    @Test(
        arguments: [
            ("id", "00", "its data are not"), ("created", "2026-03-01", "its data are not"),
            ("blobs", 2, "it counts 2 blobs, and 3 follow"), ("other", 1, "its data are not"),
        ] as [(String, JSONValue, String)])
    func `refuses a first line that says something else of the journal`(
        _ member: String, _ value: JSONValue, _ words: String
    ) throws {
        let changed = try with(0) { line in
            var data = line["data"]
            data[member] = value
            line["data"] = data
        }
        try expectRefusal(changed, line: 1, words)
    }

    @Test func `refuses a line without a member that it needs`() throws {
        for index in [0, 1, 2] {
            let value = try #require(try JSONValue(parsing: lines.lines[index]).object)
            for key in value.keys {
                var object = value
                object[key] = nil
                var changed = lines
                changed.lines[index] = JSONValue.object(object).text
                try expectRefusal(changed, line: index + 1, "")
            }
        }
    }

    @Test func `refuses lines that are missing, repeated or in another order`() throws {
        for index in lines.lines.indices {
            var changed = lines
            changed.lines.remove(at: index)
            let isLast = index == lines.lines.count - 1
            try expectRefusal(changed, line: index + 1, isLast ? "goes on to event 12" : "")
            changed = lines
            changed.lines.insert(lines.lines[index], at: index)
            try expectRefusal(changed, line: index + 2, "")
            guard !isLast else { continue }
            changed = lines
            changed.lines.swapAt(index, index + 1)
            #expect(throws: TransferError.self) { _ = try changed.importing(to: other) }
        }
    }

    @Test func `refuses an export that was cut in a line`() throws {
        let text = lines.lines.joined(separator: "\n")
        var random = Numbers(seed: 3)
        for _ in 0..<20 {
            var changed = lines
            changed.lines = text.prefix(Int.random(in: 1..<text.count, using: &random))
                .split(separator: "\n").map(String.init)
            #expect(throws: TransferError.self) { _ = try changed.importing(to: other) }
        }
        #expect(!FileManager.default.fileExists(atPath: other))
    }

    @Test func `refuses whatever a byte becomes, or makes the same history`() throws {
        var random = Numbers(seed: 20_260_302)
        let head = try JournalReader.open(at: place.path).head()
        for number in 0..<60 {
            var changed = lines
            let index = Int.random(in: 0..<lines.lines.count, using: &random)
            var bytes = Array(lines.lines[index].utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                in: 0x20...0x7E, using: &random)
            changed.lines[index] = String(decoding: bytes, as: UTF8.self)
            let path = "\(place.folder)/changed-\(number)"
            do {
                // Another road to the same content, in bits that zlib does not use.
                #expect(try changed.importing(to: path).head == head)
            } catch let error as TransferError {
                #expect(!error.description.isEmpty)
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test(arguments: [
        ("", "the file is empty"), ("\n", "the text ends"), ("null", "expected an object"),
        ("[]", "expected an object"), ("{}", "does not begin"),
        (#"{"id":"1","id":"1"}"#, "stands there twice"),
        (#"{"x":"# + String(repeating: "[", count: 100_000), "nested too deeply"),
    ])
    func `refuses what is no export`(_ text: String, _ words: String) throws {
        var changed = lines
        changed.lines = text.isEmpty ? [] : [text]
        let file = other + ".jsonl"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let error = #expect(throws: TransferError.self) {
            _ = try Lines.importing(file: file, to: other)
        }
        #expect(error?.description.contains(words) == true)
    }

    @Test func `refuses a secret`() throws {
        try expectRefusal(lines, line: 4, "holds a secret", secrets: ["Größe 9½"])
        try expectRefusal(lines, line: 2, "holds a secret", secrets: ["raw item one"])
    }

    @Test func `is refused while somebody writes a journal of that name`() async throws {
        let journal = try Journal.open(at: other, create: true, options: place.options)
        defer { journal.close() }
        #expect(throws: TransferError.exists(path: other)) { _ = try lines.importing(to: other) }
    }

    @Test func `reads lines of any length up to its bound`() throws {
        var changed = lines
        changed.lines[2].insert(
            contentsOf: String(repeating: " ", count: 3_000_000),
            at: changed.lines[2].index(after: changed.lines[2].startIndex))
        _ = try changed.importing(to: other)
        #expect(try rows(other) == rows(place.path))
    }

    @Test func `stops when it is told to`() throws {
        let file = other + ".jsonl"
        let blank = Array(repeating: lines.lines[0], count: 300).joined(separator: "\n")
        try Data(blank.utf8).write(to: URL(fileURLWithPath: file))
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
        #expect(throws: TransferError.self) {
            _ = try JournalImport.run(
                fromDescriptor: handle.fileDescriptor, name: file, to: other,
                options: place.options, shouldStop: { true })
        }
        #expect(!FileManager.default.fileExists(atPath: other))
    }
}
