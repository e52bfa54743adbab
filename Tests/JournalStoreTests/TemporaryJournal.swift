// A folder for one test, with what is needed to make journals in it.

import Catalog
import Foundation
import JournalStore
import Synchronization
import Testing

/// Holds a folder that goes with it, and a clock that only moves when told.
final class TemporaryJournal: Sendable {
    let folder: String
    let clock = TestClock()
    private let storageNow = Mutex(JournalStorage())

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("journal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var path: String { folder + "/plysync.journal" }

    /// How the next journal that is opened here is kept.
    var storage: JournalStorage {
        get { storageNow.withLock { $0 } }
        set { storageNow.withLock { $0 = newValue } }
    }

    var options: JournalOptions {
        JournalOptions(
            now: { [clock] in clock.now() }, randomBytes: { count in (0..<count).map(UInt8.init) },
            process: .init(pid: 4711, host: "here"), busyTimeout: .zero,
            storage: storage)
    }

    func open(create: Bool = true) throws -> Journal {
        try Journal.open(at: path, create: create, options: options)
    }

    /// A copy of the journal under another name.
    func copy(_ name: String) throws -> String {
        let copy = folder + "/" + name
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return copy
    }
}

/// A clock that is set by the test, and counts how often it is read.
final class TestClock: Sendable {
    private let state = Mutex(
        (time: Instant("2026-03-01T08:30:00Z") ?? .init(seconds: 0), reads: 0))

    func now() -> Instant {
        state.withLock { state in
            state.reads += 1
            return state.time
        }
    }
    func advance(_ duration: Duration) { state.withLock { $0.time = $0.time + duration } }
    var reads: Int { state.withLock { $0.reads } }
}

/// Where a journal of the contract tests is kept.
enum Backing: CaseIterable {
    case file, memory

    func journal(_ place: TemporaryJournal) throws -> Journal {
        switch self {
        case .file: try place.open()
        case .memory: try Journal.inMemory(options: place.options)
        }
    }
}

let run = RunID(text: "20260301T083000Z-1f2e3d")
let amazon = System(text: "amazon:A2EXAMPLE:US")
let plytix = System(text: "plytix:5c4ed8002f0985001d233274")

/// A draft about a SKU, or about whatever is given.
func draft(
    _ kind: String = "AttributesSet", _ subjects: [String] = ["sku:MCA0032"],
    system: System = plytix, cause: [RecordDraft.Cause] = [], body: String = "{}"
) -> RecordDraft {
    RecordDraft(
        system: system, kind: kind, version: 1,
        subjects: subjects.map(SubjectReference.init(text:)),
        cause: cause, body: Array(body.utf8))
}

/// A journal of 12 events, or so many, in three runs, with names, causes, blobs, roles and awkward
/// texts.
func fill(_ journal: Journal, clock: TestClock, events: Int = 12) async throws {
    _ = try await journal.append(
        [
            draft("RunStarted", ["run:1"], system: .plysync, body: #"{"program":"0.1"}"#),
            draft(
                "ProductExported", ["asin:US/B07X8Z63ZL"], system: amazon, cause: [.earlier(0)],
                body: #"{"title":"Größe 9½ — \"wide\""}"#),
        ], run: RunID(text: "run-a"), blobs: [Blob(Array("raw item one, raw item one".utf8))])
    clock.advance(.seconds(3))
    _ = try await journal.append(
        [
            draft(
                "MatchFound", ["asin:US/B07X8Z63ZL", "canonical=sku:MCA0032-105W-BOMB"],
                system: .plysync, cause: [.sequence(2)]),
            draft(
                "ProductCreated", ["sku:AMZN-US-B07X8Z63ZL"], cause: [.earlier(0), .sequence(2)]),
            draft("ProductCreated", [#"sku:a "quoted\ one"#, "sku:tab\there", "sku:x=y"]),
        ], run: RunID(text: "run-b"),
        blobs: [Blob(Array("raw item two".utf8)), Blob(Array("raw item three".utf8))])
    for number in 6...events {
        clock.advance(.milliseconds(40))
        _ = try await journal.append(
            [draft("AttributesSet", ["sku:\(number % 3)"], body: #"{"number":\#(number)}"#)],
            run: RunID(text: "run-c"))
    }
}
