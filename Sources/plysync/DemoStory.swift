import Catalog
import Foundation
import HTTP
import JSON
import JournalStore
import Projections
import Sync

/// The steps of the demonstration, in order. Every number is of this run: from what the program
/// printed, from its journal, or from the servers' own books.
struct DemoStory {
    /// ASINs of the second catalogue.
    static let inventedCount = 60
    static let style = "MCA0032"

    let folder: DemoFolder
    let bundled: DemoServer
    let invented: DemoServer
    let clock: any WallClock
    let claims = DemoClaims()

    func tell() async throws {
        let path = try folder.prepare(for: bundled)
        let child = DemoChild(folder: path, credentials: bundled.credentials)
        introduce(try bundled.account("default"))
        try await lookFirst(child)
        let executed = try await execute(child)
        try await repeatIt(child)
        try await accept(child, executed.failures)
        try await interrupt()
        try await replay(child, executed.requests)
    }

    private func introduce(_ account: DemoAccount) {
        say(
            """
            plysync copies a catalogue from Amazon into Plytix, the system in which a merchant keeps
            product data, and keeps it there. This demonstration runs the real program against two
            servers of its own, which behave like Amazon and Plytix. Nothing leaves this machine.

            The catalogue is one shoe, style \(Self.style). Amazon lists it under numbers of its own (ASINs).
            Plytix holds the merchant's own \(account.canonicals) products, and nothing from Amazon yet.
            """)
    }

    // MARK: 1 to 4: one catalogue

    private func lookFirst(_ child: DemoChild) async throws {
        let before = try bundled.requests()
        title("1. Look first", sync)
        let outcome = try await child.run(["sync", "--style", Self.style, "--json"])
        let report = DemoReport(try outcome.json())
        let made = try bundled.requests().since(before)
        let matches = try DemoHistory(folder.path).matches
        say(
            """
               \(counted(made.amazon, "request")) to Amazon gave \(report.expected(.export)) listings. plysync compared their article numbers
               with those of the merchant's products: \(matches.byIdentifier) belong to one by an identifier, \(matches.byModel) more by
               their model number, and \(matches.missed) to none. What it would do in Plytix:
            """)
        for stage in report.stages {
            say("      \(stage.name.padding(to: 30)) \(counted(stage.requests, "request"))")
        }
        say("")
        claims.claim("there is something to do, and the exit status is 0",
            report.planned > 0 && outcome.status == 0, found: "status \(outcome.status)")
        claims.claim(
            "nothing was written: Plytix counted \(counted(made.writes, "write"))", made.writes == 0)
    }

    private func execute(
        _ child: DemoChild
    ) async throws -> (failures: [DemoReport.Failure], requests: DemoRequests) {
        let before = try bundled.requests()
        let start = clock.now
        title("2. Do it", "\(sync) --execute")
        let outcome = try await child.run(["sync", "--style", Self.style, "--execute", "--json"])
        let report = DemoReport(try outcome.json())
        let made = try bundled.requests().since(before)
        let account = try bundled.account("default")
        say(phases(report))
        let assets = try DemoHistory(folder.path).assets
        say(
            """

               \(counted(made.plytix, "request")) to Plytix, \(made.writes) of them writes, in \(seconds(since: start)). The \(report.expected(.images)) places in galleries
               show \(account.pictures) different pictures, each uploaded once; \(assets.adopted) somebody had uploaded before, and
               Plytix said so: it was taken as it is.
            """)
        for failure in report.failures {
            say("   What failed: \(printable(failure.subject)): \(printable(failure.reason))")
        }
        say("")
        claims.claim(
            "one picture failed and is named, so the exit status is 1, not 0",
            outcome.status == 1 && report.failures.count == 1,
            found: "status \(outcome.status), \(report.failures.count) failures")
        claims.claim(
            "the account holds \(account.products) products from Amazon, one for each listing",
            account.products == report.expected(.export))
        claims.claim(
            "all else is done: nothing is pending or in doubt", report.open == 0,
            found: "\(report.open) open")
        return (report.failures, made)
    }

    private func repeatIt(_ child: DemoChild) async throws {
        let before = try bundled.requests()
        title("3. The same again", "\(sync) --execute")
        let outcome = try await child.run(["sync", "--style", Self.style, "--execute", "--json"])
        let report = DemoReport(try outcome.json())
        let made = try bundled.requests().since(before)
        say(
            """
               plysync remembers what it did, and what Amazon said, in its journal: a file to which it only
               ever adds. So it knows that nothing is left to do, and that this picture is not worth asking
               for again. It looked, with \(counted(made.amazon, "request")) to Amazon and \(made.plytix) to Plytix.

            """)
        claims.claim("0 writes to Plytix", made.writes == 0, found: "\(made.writes)")
        claims.claim(
            "the missing picture was not asked for again", made.uploads == 0,
            found: "\(made.uploads) uploads")
        claims.claim(
            "the failure is still told, with exit status 1",
            outcome.status == 1 && report.failures.count == 1, found: "status \(outcome.status)")
    }

    private func accept(_ child: DemoChild, _ failures: [DemoReport.Failure]) async throws {
        let reason = "gone at Amazon"
        let subject = failures.first?.subject ?? ""
        title(
            "4. A person decides",
            "plysync accept \(printable(subject)) --reason \"\(reason)\"\n   $ \(sync) --execute")
        let accepted = try await child.run(["accept", subject, "--reason", reason])
        let outcome = try await child.run(["sync", "--style", Self.style, "--execute", "--json"])
        let report = DemoReport(try outcome.json())
        say(
            """
               Somebody looked, and takes it as it is. That decision is an entry of the journal like any other;
               it holds until the facts change.

            """)
        claims.claim(
            "the decision was recorded", accepted.status == 0,
            found: "status \(accepted.status): \(accepted.errors)")
        claims.claim(
            "complete, with exit status 0", report.isComplete && outcome.status == 0,
            found: "status \(outcome.status)")
    }

    // MARK: 5: an interruption

    private func interrupt() async throws {
        let path = try folder.prepare("interrupted", for: invented)
        let child = DemoChild(folder: path, credentials: invented.credentials)
        let arguments = ["sync", "--brand", "Sandbox Brand", "--json"]
        let command = "plysync sync --brand \"Sandbox Brand\" --execute"
        title("5. Pull the plug", "\(command)      (killed in the middle, by SIGKILL)\n   $ \(command)")
        let planned = DemoReport(try await child.run(arguments).json()).planned
        let stop = max(1, planned / 2)
        let killed = try await child.run(arguments + ["--execute"]) { process, isRunning in
            try await kill(process, afterWrites: stop, isRunning)
        }
        let writes = try invented.requests().writes
        let before = try invented.account("default")
        let doubts = try DemoHistory(path).doubts
        let outcome = try await child.run(arguments + ["--execute"])
        let report = DemoReport(try outcome.json())
        let account = try invented.account("default")
        say(
            """
               Another catalogue, \(report.expected(.export)) invented listings; its plan has \(counted(planned, "request")). The process was killed
               after \(counted(writes, "write")), with \(before.products) products in Plytix, and could not even say goodbye; of
               \(counted(doubts, "request")) it never learned whether they arrived. Before each request it had noted in its
               journal what it was about to do. So the same command first found out what had become of those,
               then did the rest.

            """)
        claims.claim(
            "it was killed before it had finished",
            killed.wasKilled && writes < planned, found: "status \(killed.status), \(writes) writes")
        claims.claim(
            "the second run left nothing pending or in doubt", report.open == 0 && report.hasPhases,
            found: "\(report.open) open")
        claims.claim(
            "\(account.products) products, one for each listing, in the same account",
            account.products == report.expected(.export) && account.id == before.id)
        claims.claim(
            "no product, file or link stands there twice", account.duplicates.isEmpty,
            found: account.duplicates.prefix(3).joined(separator: ", "))
    }

    /// Kills a process when the server has counted so many writes: it asks the server's books, so
    /// that the moment does not depend on the machine's speed.
    private func kill(
        _ process: Int32, afterWrites count: Int, _ isRunning: () -> Bool
    ) async throws {
        let limit = clock.now + .seconds(60)
        while isRunning(), clock.now < limit {
            if try invented.requests().writes >= count { break }
            try await clock.sleep(for: .milliseconds(1))
        }
        if isRunning() { _ = Foundation.kill(process, SIGKILL) }
    }

    // MARK: 6: another account

    private func replay(_ child: DemoChild, _ requests: DemoRequests) async throws {
        let before = try bundled.requests()
        title(
            "6. The same again, in an empty account",
            "plysync replay --from default --target fresh --execute\n   $ plysync journal verify")
        let outcome = try await child.run(
            ["replay", "--from", "default", "--target", "fresh", "--execute", "--json"])
        let report = DemoReport(try outcome.json())
        let verified = try await child.run(["journal", "verify"])
        let made = try bundled.requests().since(before)
        let old = try bundled.account("default")
        let new = try bundled.account("fresh")
        let differences = old.differences(to: new)
        say(
            """
               The journal holds all that is needed to build the same in another Plytix account. The merchant's
               own products stand there as stubs (\(new.canonicals)), so that links have a start.

            """)
        claims.claim(
            "complete, without a request to Amazon's catalogue",
            report.isComplete && made.amazon == 0, found: "\(made.amazon) requests, status \(outcome.status)")
        claims.claim(
            "both accounts, as their server gives them, hold the same \(new.products) products, \(new.links) links\n"
                + "           and \(new.pictures) pictures: \(new.valueCount) values compared",
            differences.isEmpty && new.products > 0,
            found: "\(differences.count) differences: \(differences.prefix(3).joined(separator: "; "))")
        claims.claim(
            "the journal is as it was written, entry by entry: \(try DemoHistory(folder.path).events) entries verified",
            verified.status == 0, found: verified.errors + verified.output)
        let counts = requests.phases.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
        say("\n   Requests of step 2 by phase: \(counts).")
    }

    // MARK: Telling

    /// The end: what was claimed, what is left behind and what to try on it.
    func end(after duration: Duration) {
        let plysync = DemoChild.executable
        let seconds = (duration.inSeconds * 10).rounded() / 10
        let verdict =
            claims.failed == 0
            ? "\(claims.made) claims were checked, and all hold."
            : "\(claims.failed) of \(claims.made) claims DO NOT HOLD: see [WRONG] above."
        say(
            """

            \(verdict) This took \(seconds) seconds.

            Left behind in \(folder.path):
               plysync.journal    all of it: what was seen, decided and done, and why
               plysync.yaml       the settings
               interrupted/       the same of step 5
            The servers are gone, but the journal answers. Try:

               cd \(folder.path)
               \(plysync) status
               \(plysync) show MCA0032
               \(plysync) log --subject sku:AMZN-US-B07X8Z63ZL
            """)
    }

    private var sync: String { "plysync sync --style \(Self.style)" }

    private func title(_ title: String, _ command: String) {
        say("\n\(title)\n\n   $ \(command)\n")
    }

    private func phases(_ report: DemoReport) -> String {
        report.counts.map { count in
            let adopted = count.adopted > 0 ? ", \(count.adopted) of them found there already" : ""
            let failed = count.failed > 0 ? ", \(count.failed) failed" : ""
            let unit = count.expected == 1 ? count.phase.unit : count.phase.unit + "s"
            return "      \(count.phase.rawValue.padding(to: 15))\(count.done) of \(count.expected) \(unit) done"
                + adopted + failed
        }.joined(separator: "\n")
    }

    private func seconds(since start: Instant) -> String {
        "\(((clock.now - start).inSeconds * 10).rounded() / 10) s"
    }

    private func say(_ text: String) { Console.result(text) }
}
