import ArgumentParser
import Audit
import Catalog
import Events
import Foundation
import JSON
import JournalStore
import NetworkTransport
import Projections
import Settings
import Sync

/// Takes the contents of events out of the journal for ever.
struct JournalRedactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact", abstract: "Blank the contents of events, for ever.",
        discussion: """
            For what must not be kept, such as a person's name in a title. The event itself stays, with its \
            time, its subjects and its hashes, so that the chain is still proven; a BodyRedacted event says \
            what was blanked and why. What followed from the content is lost with it: without --execute the \
            command shows what that would be.

            The file is written anew, and its log emptied, so that the bytes are gone from both. Copies that \
            were made before (backups, exports, a disk's snapshots) still have them. Raw items go too, if no \
            other event names them.

            Example:  plysync journal redact --event 812 813 --reason "asked for by the person" --execute
            """)

    @Option(parsing: .upToNextOption, help: "The number of an event, as `plysync log` shows it.")
    var event: [Int]
    @Option(help: "Why, for those who look later; it stays for ever, so name nobody.")
    var reason: String
    @Flag(help: "Blank them; it cannot be undone. Without it, show what would be lost.")
    var execute = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if event.isEmpty { throw ValidationError("--event needs the number of an event.") }
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason must say why.") }
    }

    func run() async throws {
        let configuration = try common.configuration()
        guard execute else {
            let reader = try OpenedJournal.reader(configuration)
            return tell(RedactionText(plan: try plan(in: reader)))
        }
        let journal = try OpenedJournal.asking { () throws(JournalError) in
            try Journal.open(
                at: configuration.journalPath, create: false, options: OpenedJournal.options())
        }
        defer { journal.close() }
        let plan = try plan(in: journal.reader())
        var text = RedactionText(plan: plan)
        if !plan.events.isEmpty { text.redaction = try await redact(plan, in: journal) }
        // It may hold what was blanked; the next start makes another.
        guard SnapshotFile.discard(beside: journal.path) else {
            throw CommandFailure(
                "\(SnapshotFile.path(beside: journal.path)) may hold what was blanked, and cannot be removed",
                hint: "Remove it, and run the same command again", exitStatus: 1)
        }
        text.isErased = try OpenedJournal.asking { () throws(JournalError) in
            try journal.eraseRemains()
        }
        tell(text)
        if text.isErased == false { terminate(1) }
    }

    private func plan(in reader: JournalReader) throws -> RedactionPlan {
        do {
            return try RedactionPlan(
                of: event, in: reader, state: try OpenedJournal.state(reader))
        } catch RedactionPlan.Refusal.unknown(let number) {
            throw CommandFailure(
                "there is no event \(number)", hint: "`plysync log` shows the events")
        } catch RedactionPlan.Refusal.inDoubt(let number) {
            throw CommandFailure(
                "event \(number) is a request whose outcome is not known yet",
                hint: "Run the phase again, which settles it, then redact the event")
        } catch let error as JournalError {
            throw CommandFailure(error)
        }
    }

    private func redact(_ plan: RedactionPlan, in journal: Journal) async throws -> Int {
        let event = BodyRedacted(
            events: plan.sequences, blobs: plan.blobs.map(\.digest), reason: reason)
        let draft = event.draft(
            system: .plysync, cause: plan.sequences.map { .sequence($0) })
        var generator = SystemRandomNumberGenerator()
        let run = RunID(
            start: SystemClock().now, random: UInt32(truncatingIfNeeded: generator.next()))
        do throws(JournalError) {
            return try await journal.redact(draft, run: run)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func tell(_ text: RedactionText) {
        Console.result(common.json ? text.json.text : text.text)
    }
}
