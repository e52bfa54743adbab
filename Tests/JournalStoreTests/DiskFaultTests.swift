// Whichever write, sync or opening fails, nothing that was acknowledged is lost, and whoever asked
// is told what to do.

import Catalog
import JournalStore
import Testing

@Suite struct `A disk that fails` {
    static let ways: [(FaultyDisk.Fault.Cause, persists: Bool)] = [
        (.full, false), (.full, true), (.broken, false), (.broken, true),
    ]
    let workload = Workload(events: [1, 2, 3, 1], firstStart: 2)

    /// A place whose journals are on the disk, and go through their log soon.
    private func place(on disk: FaultyDisk) throws -> TemporaryJournal {
        let place = try TemporaryJournal()
        place.storage = JournalStorage(vfs: disk.name, logPagesMax: 6)
        return place
    }

    /// Runs the workload until an error; nil when there is none.
    private func error(in place: TemporaryJournal, on disk: FaultyDisk) async -> JournalError? {
        for numbers in [0..<workload.firstStart, workload.firstStart..<workload.batches.count] {
            do {
                let journal = try place.open()
                defer { journal.close() }
                for number in numbers {
                    do {
                        try await workload.append(number, to: journal, on: disk)
                    } catch {
                        await expectNoMore(journal, on: disk)
                        throw error
                    }
                }
            } catch let error as JournalError {
                return error
            } catch {
                Issue.record("\(error)")
            }
        }
        return nil
    }

    /// After a failed write or sync nothing is built on what may not be there.
    private func expectNoMore(_ journal: Journal, on disk: FaultyDisk) async {
        guard let last = disk.failures.last, last == .write || last == .sync else { return }
        let error = await #expect(throws: JournalError.self) {
            try await journal.append([draft()], run: run)
        }
        guard case .poisoned(let reason)? = error else {
            Issue.record("after a failed \(last): \(error.debugDescription)")
            return
        }
        #expect(reason.contains("disk"))
        #expect(error?.hint.contains("run the same command again") == true)
    }

    @Test(arguments: ways) func `loses nothing, whichever action of it fails`(
        _ cause: FaultyDisk.Fault.Cause, _ persists: Bool
    ) async throws {
        var failed: Set<FaultyDisk.Action> = []
        var number = 0
        while true {
            number += 1
            let disk = FaultyDisk()
            let place = try place(on: disk)
            disk.plan(FaultyDisk.Fault(cause: cause, number: number, persists: persists))
            let error = await error(in: place, on: disk)
            let failures = disk.failures
            disk.mend()
            if let error { expect(error, tellsOf: cause, failures: failures) }
            try await expectAllIsKept(in: place, on: disk, "action \(number), \(failures)")
            guard !failures.isEmpty else { break }
            failed.formUnion(failures)
        }
        #expect(failed == cause.actions)
    }

    /// The journal is opened as by the next run, holds what it must, and goes on.
    private func expectAllIsKept(
        in place: TemporaryJournal, on disk: FaultyDisk, _ what: String
    ) async throws {
        let journal = try place.open()
        defer { journal.close() }
        let records = try journal.reader().records(after: 0)
        let fault = workload.fault(in: records, acknowledged: disk.history.acknowledged)
        #expect(fault == nil, "\(what)")
        let appended = try await journal.append([draft()], run: run)
        #expect(appended.sequences.lowerBound == records.count + 1, "\(what)")
        #expect(try journal.reader().verify().isValid, "\(what)")
    }

    private func expect(
        _ error: JournalError, tellsOf cause: FaultyDisk.Fault.Cause,
        failures: [FaultyDisk.Action]
    ) {
        let isTold =
            switch (error, cause) {
            case (.diskFull, .full), (.diskFailed, .broken): true
            // SQLite names the reason of a failed sync only where nothing came between.
            case (.diskFailed, .full): failures.contains(.sync)
            case (.poisoned(let reason), .full): reason.contains("disk is full")
            case (.poisoned(let reason), .broken): reason.contains("failed")
            default: false
            }
        #expect(isTold, "\(failures): \(error)")
        #expect(error.hint.contains("run the same command again"), "\(error)")
    }

    @Test func `is not trusted with what a failed sync may have left out`() async throws {
        let checker = CutJournal(workload: workload)
        var number = 0
        while true {
            number += 1
            let disk = FaultyDisk()
            let place = try place(on: disk)
            disk.plan(
                FaultyDisk.Fault(cause: .broken, number: number, persists: false, actions: [.sync]))
            _ = await error(in: place, on: disk)
            guard !disk.failures.isEmpty else { break }
            disk.mend()
            // The system still shows what is not on the disk, and the next run builds on it.
            let steps = disk.history.steps.count
            let kept = disk.history.acknowledged
            let rest = workload.batches.indices.dropFirst((kept.max() ?? -1) + 2)
            try await workload.start(rest, in: place, on: disk)
            try await CutJournal.eachCut(of: disk.history, from: steps, byChance: false) { cut in
                let fault = try await checker.fault(of: cut)
                #expect(fault == nil, "sync \(number), step \(cut.step), loss \(cut.loss)")
            }
        }
        #expect(number > 15)
    }
}
