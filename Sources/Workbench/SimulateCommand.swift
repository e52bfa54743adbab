import ArgumentParser
import FaultSearch
import Foundation
import Synchronization

/// Searches for faults by simulated syncs, a trial for each seed.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Runs simulated syncs under random faults, and checks what must hold.",
        discussion: """
            A seed stands for a random catalogue, random behaviour of both systems, and a plan of \
            faults; it always does the same. The exit status is 1 when a seed breaks an invariant.

            A range of seeds:              workbench simulate --seeds 1..1000
            One again, with its journal:   workbench simulate --seed 17 --journal trial.txt
            """)

    @Option(help: "The first and the last seed, as 1..1000.")
    var seeds: String?
    @Option(help: "One seed: its plan is printed, and made smaller if it fails.")
    var seed: UInt64?
    @Option(help: "Where the events of the one seed's journal are written, a line each.")
    var journal: String?
    @Option(help: "How many items a catalogue may have: larger ones are cut.")
    var itemsMax = 40
    @Option(help: "How many trials run at once.")
    var threads = 2
    @Flag(help: "Print the end of each seed's journal, to compare processes.")
    var heads = false

    func run() async throws {
        if let seed { return try one(seed) }
        let range = try range()
        let started = Mutex((done: 0, runs: 0, requests: 0))
        let search = SeedSearch(seeds: range, threads: threads, itemsMax: itemsMax)
        let heads = heads
        let failed = await search.run { run in
            if heads { print("\(run.trial.seed) \(run.head)") }
            for finding in run.findings { print("seed \(run.trial.seed): \(finding)") }
            started.withLock { count in
                count.done += 1
                count.runs += run.runs
                count.requests += run.requests
                if count.done.isMultiple(of: 1_000) { print("\(count.done) seeds done") }
            }
        }
        let count = started.withLock { $0 }
        print(
            "\(count.done) seeds, \(count.runs) runs, \(count.requests) requests: \(failed.count) seeds break an invariant"
        )
        guard let first = failed.first else { return }
        try explain(first)
        throw ExitCode(1)
    }

    private func one(_ seed: UInt64) throws {
        let trial = Trial(seed: seed, itemsMax: itemsMax)
        print("\(trial)\n")
        let run = TrialRun(trial, keepsJournal: journal != nil)
        if let journal { try Self.write(run.journal, to: journal) }
        print("\(run.runs) runs, \(run.requests) requests, journal ends at \(run.head)")
        guard !run.findings.isEmpty else { return }
        for finding in run.findings { print(finding) }
        try explain(run)
        throw ExitCode(1)
    }

    /// Prints a smaller trial that breaks the same.
    private func explain(_ run: TrialRun) throws {
        let shrunk = run.trial.shrunk(breaking: Set(run.findings.map(\.invariant)))
        let again = TrialRun(shrunk, keepsJournal: journal != nil)
        print("\nThe smallest plan found for seed \(run.trial.seed):\n\(shrunk)")
        for finding in again.findings { print(finding) }
        print("Again with: tools/simulate --seed \(run.trial.seed)")
        if let journal { try Self.write(again.journal, to: journal + ".shrunk") }
    }

    private func range() throws -> ClosedRange<UInt64> {
        let parts = (seeds ?? "1..100").split(separator: ".").compactMap { UInt64($0) }
        guard parts.count == 2, parts[0] <= parts[1] else {
            throw ValidationError("--seeds takes two numbers, as in 1..1000")
        }
        return parts[0]...parts[1]
    }

    private static func write(_ lines: [String], to path: String) throws {
        try (lines.joined(separator: "\n") + "\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
    }
}
