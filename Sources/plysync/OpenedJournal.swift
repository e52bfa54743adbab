import Catalog
import Foundation
import JournalStore
import NetworkTransport
import Projections
import Settings
import Sync

/// Journals as the commands open them that need no remote system.
enum OpenedJournal {
    /// For reading only; works while a run writes.
    static func reader(_ configuration: Configuration) throws -> JournalReader {
        do throws(JournalError) {
            return try JournalReader.open(at: configuration.journalPath)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The state of a journal, or of its first events.
    static func state(
        _ reader: JournalReader, through: Int? = nil, snapshots: Snapshots = .ofCommand()
    ) throws -> ProjectedState {
        do throws(ChronicleError) {
            return try ProjectedState.replayed(
                from: reader, through: through, snapshots: snapshots)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Runs a question to a journal, and tells its failure as the command's.
    static func asking<Value>(_ body: () throws(JournalError) -> Value) throws -> Value {
        do throws(JournalError) {
            return try body()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// What a journal that is opened for writing takes from this process.
    static func options() -> JournalOptions {
        let process = ProcessInfo.processInfo
        let clock = SystemClock()
        return JournalOptions(
            now: { clock.now },
            randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } },
            process: .init(pid: Int(process.processIdentifier), host: process.hostName))
    }

    /// Appends decisions of a person to the journal, under an id of their own; `decide` gives the
    /// events for the state as it is once nobody else writes.
    static func decide(
        _ configuration: Configuration, _ decide: (ProjectedState) throws -> [RecordDraft]
    ) async throws {
        let clock = SystemClock()
        var generator = SystemRandomNumberGenerator()
        let journal = try asking { () throws(JournalError) in
            try Journal.open(at: configuration.journalPath, create: false, options: options())
        }
        defer { journal.close() }
        journal.refuse(configuration.secrets.map { $0.reveal() })
        let drafts = try decide(try state(journal.reader()))
        guard !drafts.isEmpty else { return }
        let run = RunID(
            start: clock.now, random: UInt32(truncatingIfNeeded: generator.next()))
        do throws(JournalError) {
            _ = try await journal.append(drafts, run: run)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension ProjectedState {
    /// The account behind the configured target; throws when the journal does not know it.
    func system(of configuration: Configuration) throws -> System {
        let alias = configuration.targetAlias
        guard let system = targets.system(alias) else {
            let known = targets.accounts.keys.sorted()
            throw CommandFailure(
                "the journal knows nothing of a target \"\(alias)\"",
                hint: known.isEmpty
                    ? "Run a phase with it first, such as `plysync sync`"
                    : "Targets that it knows: \(known.joined(separator: ", ")); name one with --target"
            )
        }
        return system
    }
}
