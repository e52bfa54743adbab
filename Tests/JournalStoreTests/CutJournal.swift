// A journal as it is found when the power is back, and what is wrong with it.

import Catalog
import Foundation
import JournalStore

/// Looks at what a cut disk holds.
struct CutJournal {
    let workload: Workload
    /// Stands beneath only so that nothing waits for the real disk.
    private let disk = FaultyDisk()

    init(workload: Workload) { self.workload = workload }

    /// A point of a history at which the power fails, with what the disk holds there.
    struct Cut {
        let step: Int
        let loss: DiskHistory.Loss
        let contents: [String: [UInt8]]
        let acknowledged: Set<Int>
    }

    /// Goes through the cuts of a history: with the loss of all that was not synced wherever that
    /// leaves something new, and at every other step with a loss by chance.
    static func eachCut(
        of history: DiskHistory, from first: Int = 0, byChance: Bool = true,
        _ look: (Cut) async throws -> Void
    ) async throws {
        var disk = CutDisk()
        for (number, step) in history.steps.enumerated() {
            disk.take(step)
            guard number >= first else { continue }
            var losses: [DiskHistory.Loss] = []
            switch step {
            case .sync, .syncFolder, .failedSync, .acknowledge: losses = [.everything]
            default: losses = byChance ? [.some(seed: UInt64(number))] : []
            }
            if number == history.steps.count - 1 { losses = [.everything, .some(seed: 0)] }
            for loss in losses {
                try await look(
                    Cut(
                        step: number, loss: loss, contents: disk.contents(after: loss),
                        acknowledged: disk.acknowledged))
            }
        }
    }

    /// What is wrong with the journal of a cut; nil when nothing is.
    ///
    /// It is opened as the next run would open it, and goes on.
    func fault(of cut: Cut) async throws -> String? {
        let place = try TemporaryJournal()
        place.storage.vfs = disk.name
        for (name, bytes) in cut.contents {
            try Data(bytes).write(to: URL(fileURLWithPath: place.folder + "/" + name))
        }
        do {
            let journal = try place.open()
            defer { journal.close() }
            let records = try journal.reader().records(after: 0)
            if let fault = workload.fault(in: records, acknowledged: cut.acknowledged) {
                return fault
            }
            _ = try await journal.append([draft()], run: run)
            let found = try journal.reader().verify()
            return found.isValid && found.events == records.count + 1 ? nil : "\(found)"
        } catch let error as JournalError {
            return error.description
        }
    }
}
