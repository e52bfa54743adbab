import Catalog
import Foundation
import JournalStore
import Projections
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// A folder for one test with a journal of a random history.
final class SnapshotPlace: Sendable {
    let path: String
    private let folder: URL
    private let id: UInt8
    private let history: History

    /// - `id`: what the journal's own id is made of.
    init(id: UInt8 = 1) throws {
        self.id = id
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("snapshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path + "/plysync.journal"
        var events = RandomEvents(seed: 11)
        history = try events.history(280)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func open() throws -> Journal {
        try Journal.open(
            at: path, create: true,
            options: JournalOptions(
                now: { Instant(seconds: 1_772_353_800) },
                randomBytes: { [id] in [UInt8](repeating: id, count: $0) },
                process: .init(pid: 1, host: "here")))
    }

    /// Appends a part of the history.
    func append(_ range: Range<Int>) async throws {
        try await append(
            history.events[range].map { event in
                var draft = event.draft
                // Causes of the random history may be ahead of a part of it.
                draft.cause = []
                return draft
            })
    }

    func append(_ drafts: [RecordDraft]) async throws {
        let journal = try open()
        defer { journal.close() }
        _ = try await journal.append(drafts, run: RunID(text: "20260301T083000Z-000001"))
    }

    /// Writes the snapshot of the state as it is.
    func keep() throws {
        let reader = try JournalReader.open(at: path)
        Snapshots().keep(try stateFromZero(), of: reader, last: 0, eventsMin: 1)
    }

    /// The bytes of the snapshot; nil when there is none.
    var snapshot: [UInt8]? { SnapshotFile.read(beside: path).map { Array($0.bytes) } }

    /// Puts an older file in the place of the journal.
    func restore(_ file: Data) throws {
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
        try file.write(to: URL(filePath: path))
    }

    func stateFromZero() throws -> ProjectedState {
        try ProjectedState.replayed(
            from: try JournalReader.open(at: path), snapshots: Snapshots(.ignored))
    }

    /// The state as commands get it, and what was said of the snapshot.
    func replayed(
        _ use: Snapshots.Use = .read, through: Int? = nil
    ) throws -> (state: ProjectedState, log: [String]) {
        let log = Log()
        let state = try ProjectedState.replayed(
            from: try JournalReader.open(at: path), through: through,
            snapshots: Snapshots(use) { log.add($0) })
        return (state, log.take())
    }

    /// The state is the right one, and the snapshot was not used for it.
    func expectIgnored(_ reason: String) throws {
        let (state, log) = try replayed()
        #expect(log.count == 1 && log[0].hasPrefix(reason), "\(log)")
        #expect(Drawing.lines(of: state) == Drawing.lines(of: try stateFromZero()))
    }
}

/// What was said of snapshots.
final class Log: Sendable {
    private let lines = Mutex<[String]>([])

    func add(_ line: String) { lines.withLock { $0.append(line) } }
    func take() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }
}
