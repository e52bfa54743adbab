// What a program appends while its disk fails, and what a journal may hold afterwards.

import Catalog
import Foundation
import Hashing
import JournalStore

/// Batches of events and blobs, appended one after the other by a program that is started twice.
struct Workload {
    struct Batch {
        let drafts: [RecordDraft]
        let blobs: [Blob]
        let bodyHashes: [Digest]
    }

    let batches: [Batch]
    /// How many of the batches the first start appends.
    let firstStart: Int

    /// Bodies of some bytes and of several pages; `events` are those of each batch.
    init(events: [Int], firstStart: Int) {
        batches = events.enumerated().map { batch, count in
            let drafts = (0..<count).map { part in
                let padding = String(repeating: "x", count: batch == 2 && part == 0 ? 40_000 : 20)
                return draft(
                    "AttributesSet", ["sku:\(batch)", "sku:\(part)"],
                    body: #"{"batch":\#(batch),"part":\#(part),"padding":"\#(padding)"}"#)
            }
            let blobs = batch % 3 == 1 ? [Blob(Array("raw item \(batch)".utf8))] : []
            return Batch(
                drafts: drafts, blobs: blobs, bodyHashes: drafts.map { ContentHash.of($0.body) })
        }
        self.firstStart = firstStart
    }

    /// Appends all batches, and tells the disk of each append that returned.
    func run(in place: TemporaryJournal, on disk: FaultyDisk) async throws {
        try await start(batches.indices.prefix(firstStart), in: place, on: disk)
        try await start(batches.indices.dropFirst(firstStart), in: place, on: disk)
    }

    /// One start of the program: open, append, close.
    func start(
        _ numbers: Range<Int>, in place: TemporaryJournal, on disk: FaultyDisk
    ) async throws {
        let journal = try place.open()
        defer { journal.close() }
        for number in numbers { try await append(number, to: journal, on: disk) }
    }

    func append(_ number: Int, to journal: Journal, on disk: FaultyDisk) async throws {
        _ = try await journal.append(
            batches[number].drafts, run: JournalStoreTests.run, blobs: batches[number].blobs)
        disk.acknowledge(batch: number)
    }

    /// What is wrong with the events of a valid journal: a batch that is lost, not whole or not ours;
    /// nil when nothing is.
    func fault(in records: [Record], acknowledged: Set<Int>) -> String? {
        var rest = records[...]
        for (number, batch) in batches.enumerated() {
            let hashes = batch.bodyHashes
            guard rest.first?.bodyHash == hashes[0] else {
                if acknowledged.contains(number) { return "batch \(number) is lost" }
                continue
            }
            guard rest.prefix(hashes.count).map(\.bodyHash) == hashes else {
                return "batch \(number) is not whole"
            }
            rest = rest.dropFirst(hashes.count)
        }
        return rest.first.map { "event \($0.sequence) is out of its place" }
    }
}
