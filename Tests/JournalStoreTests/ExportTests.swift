// An export is CloudEvents, and makes the same journal again.

import Catalog
import Foundation
import JSON
import JournalStore
import Testing

@Suite struct `An exported journal` {
    let place: TemporaryJournal

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        journal.close()
    }

    private var other: String { place.folder + "/other.journal" }

    private func export() throws -> Lines { try Lines(try JournalReader.open(at: place.path)) }

    @Test func `makes the same journal again`() throws {
        let lines = try export()
        let summary = try lines.importing(to: other)
        let head = try JournalReader.open(at: place.path).head()
        #expect(summary.head == head)
        #expect(summary.blobs == 3)
        #expect(try rows(other) == rows(place.path))
        #expect(try Journal.verify(at: other, head: head).isValid)
        #expect(try Checker.run(other, head: "\(head.sequence):\(head.hash)").status == 0)
        #expect(try Lines(try JournalReader.open(at: other)).lines == lines.lines)
    }

    @Test func `goes on as the journal did`() async throws {
        _ = try export().importing(to: other)
        var hashes: [Digest] = []
        for path in [place.path, other] {
            let journal = try Journal.open(at: path, create: false, options: place.options)
            _ = try await journal.append([draft()], run: run, expecting: [.sku("0"): 12])
            hashes.append(try journal.head().hash)
            journal.close()
            #expect(try Journal.verify(at: path).isValid)
        }
        #expect(hashes[0] == hashes[1])
    }

    @Test func `is one of a journal without events too`() throws {
        let empty = try TemporaryJournal()
        try empty.open().close()
        let lines = try Lines(try JournalReader.open(at: empty.path))
        #expect(lines.lines.count == 1)
        _ = try lines.importing(to: other)
        #expect(try rows(other) == rows(empty.path))
    }

    /// Bodies that a tool could give back with other bytes, though they say the same.
    static let bodies = [
        #"{"a":1.0,"b":1e5,"c":-0}"#, #"{"a":"\u0041"}"#, #"{ "a": 1 }"#, #"{"a":1,"a":2}"#,
        "{\n}", #"{"a":"\/"}"#, "{\"a\":\"\u{7F}\u{2028}\u{FFFD}\"}", "{no JSON}", "{",
        #"{"a":"# + String(repeating: "[", count: 199) + String(repeating: "]", count: 199) + "}",
    ]

    @Test(arguments: bodies) func `keeps every byte of a body`(_ body: String) async throws {
        let journal = try place.open()
        guard body.hasSuffix("}") else {
            await #expect(throws: JournalError.self) {
                _ = try await journal.append([draft(body: body)], run: run)
            }
            return
        }
        _ = try await journal.append([draft(body: body)], run: run)
        journal.close()
        _ = try export().importing(to: other)
        let record = try #require(try JournalReader.open(at: other).record(13))
        #expect(record.body == Array(body.utf8))
    }

    @Test func `keeps texts that CloudEvents does not allow`() async throws {
        let journal = try place.open()
        let noncharacter = String(Character(try #require(Unicode.Scalar(0xFDD0 as UInt32))))
        _ = try await journal.append(
            [
                draft(
                    "Kind 100 %\u{85}", ["sku:\u{1}\u{7F}%41\(noncharacter)", "target=sku:%"],
                    system: System(text: "plytix:\u{9F}%"))
            ], run: RunID(text: "run%\u{7F}"))
        journal.close()
        let lines = try export()
        let line = try #require(lines.lines.last)
        for scalar in line.unicodeScalars { #expect(scalar.value >= 0x20 && scalar.value != 0x7F) }
        #expect(line.contains(#""type":"plysync.event.Kind 100 %25%c2%85""#))
        #expect(line.contains(#""subject":"sku:%01%7f%2541%ef%b7%90""#))
        _ = try lines.importing(to: other)
        #expect(try rows(other) == rows(place.path))
    }

    /// The required attributes and the rules of names (CloudEvents 1.0.2, "Context Attributes").
    @Test func `is CloudEvents, line by line`() throws {
        var seen = Set<String>()
        for line in try export().lines {
            let event = try #require(try JSONValue(parsing: line).object)
            #expect(event["specversion"] == "1.0")
            #expect(event["source"] == "urn:uuid:00010203-0405-0607-0809-0a0b0c0d0e0f")
            let id = try #require(event["id"]?.string)
            #expect(seen.insert(id).inserted)
            #expect(try !#require(event["type"]?.string).isEmpty)
            for key in event.keys where key != "data_base64" {
                #expect(key.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) })
                #expect(key.count <= 20)
            }
            if let time = event["time"]?.string { #expect(Instant(time) != nil) }
            let content = ["data", "data_base64"].filter { event.keys.contains($0) }
            #expect(content.count == 1)
            for key in event.keys where key != "data" {
                let value = event[key] ?? .null
                #expect(
                    value.string != nil || value.bool != nil
                        || value.int.map { $0 <= Int32.max } == true)
            }
        }
        #expect(seen.count == 1 + 12 + 3)
    }

    @Test func `shows the body and the subject of an event`() throws {
        let events = try export().lines.map { try JSONValue(parsing: $0) }
        let event = try #require(events.first { $0["type"] == "plysync.event.ProductExported" })
        #expect(event["data"] == ["title": #"Größe 9½ — "wide""#])
        #expect(event["subject"] == "asin:US/B07X8Z63ZL")
        #expect(event["time"] == "2026-03-01T08:30:00.000000Z")
        #expect(event["system"] == "amazon:A2EXAMPLE:US")
        #expect(event["cause"] == "[1]")
    }

    @Test func `is read again after a tool has set its JSON apart`() throws {
        var lines = try export()
        lines.lines = try lines.lines.map { line in
            let value = try JSONValue(parsing: line)
            let members = try #require(value.object?.members)
            let reversed = JSONObject(members.reversed().map { ($0.key, $0.value) })
            return JSONValue.object(reversed).prettyText.replacing("\n", with: " ")
        }
        _ = try lines.importing(to: other)
        #expect(try rows(other) == rows(place.path))
    }

    @Test func `is not made of a journal that was changed`() throws {
        do {
            let tool = try RawSQLite(place.path)
            try tool.pastTriggers {
                try tool.execute("UPDATE events SET body = '{\"x\":1}' WHERE sequence = 7")
            }
        }
        let path = place.folder + "/export.jsonl"
        #expect(
            throws: TransferError.journal(
                .corrupt(path: place.path, what: "event 7 is not what was written"))
        ) { _ = try JournalReader.open(at: place.path).export(to: path) }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.folder).allSatisfy {
                !$0.hasPrefix("export")
            })
    }

    @Test func `stands in a file whole, or not at all`() throws {
        let reader = try JournalReader.open(at: place.path)
        let path = place.folder + "/export.jsonl"
        let summary = try reader.export(to: path)
        let written = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(written.count == summary.bytes)
        #expect(throws: TransferError.exists(path: path)) { _ = try reader.export(to: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == written)
        _ = try Lines.importing(file: path, to: other)
        #expect(throws: TransferError.exists(path: other)) {
            _ = try Lines.importing(file: path, to: other)
        }
        #expect(
            throws: TransferError.unwritable(path: "/nowhere/x", what: "No such file or directory")
        ) { _ = try reader.export(to: "/nowhere/x") }
    }

    @Test func `is as it was when it began`() async throws {
        let journal = try place.open()
        let body = #"{"x":""# + String(repeating: "y", count: 100_000) + #""}"#
        for _ in 0..<6 { _ = try await journal.append([draft(body: body)], run: run) }
        let tool = try RawSQLite(place.path, knowsFunction: true)
        var isFirst = true
        var bytes: [UInt8] = []
        let summary = try journal.reader().export { piece in
            bytes.append(contentsOf: piece)
            guard isFirst else { return }
            isFirst = false
            #expect(throws: Never.self) {
                try tool.execute("INSERT INTO names SELECT max(id) + 1, 'later' FROM names")
            }
        }
        #expect(!isFirst)
        #expect(summary.events == 18)
        #expect(summary.bytes == bytes.count)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("later"))
    }
}
