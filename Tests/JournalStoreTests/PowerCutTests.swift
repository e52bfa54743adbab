// An append that returned is on the disk: whatever the disk had not synced may be lost, and
// everything that was acknowledged is there.

import Catalog
import JournalStore
import Testing

@Suite struct `A power cut` {
    let place: TemporaryJournal
    let disk = FaultyDisk()
    let workload = Workload(events: [1, 3, 2, 1, 4, 1, 2, 1, 3], firstStart: 5)

    init() throws { place = try TemporaryJournal() }

    /// What the disk was asked for, when a commit waits for it as it is told here.
    private func history(_ synchronous: JournalStorage.Synchronous) async throws -> DiskHistory {
        place.storage = JournalStorage(
            vfs: disk.name, synchronous: synchronous, logPagesMax: 12)
        try await workload.run(in: place, on: disk)
        return disk.history
    }

    @Test func `loses nothing that was acknowledged, and leaves no batch half`() async throws {
        let history = try await history(.full)
        let journal = CutJournal(workload: workload)
        var cuts = 0
        try await CutJournal.eachCut(of: history) { cut in
            cuts += 1
            let fault = try await journal.fault(of: cut)
            #expect(fault == nil, "cut behind step \(cut.step), loss \(cut.loss)")
        }
        #expect(cuts > 100)
        // Else the log was never begun anew, which is where it could go wrong.
        #expect(history.beginnings(of: "plysync.journal-wal") == 3)
    }

    @Test(arguments: [JournalStorage.Synchronous.off, .normal])
    func `loses events where a commit does not wait for the disk`(
        _ synchronous: JournalStorage.Synchronous
    ) async throws {
        let history = try await history(synchronous)
        var losses = 0
        try await CutJournal.eachCut(of: history) { cut in
            guard losses == 0, !cut.acknowledged.isEmpty else { return }
            if try await CutJournal(workload: workload).fault(of: cut) != nil { losses += 1 }
        }
        #expect(losses == 1)
    }
}
