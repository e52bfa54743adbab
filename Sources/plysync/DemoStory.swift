import Catalog
import HTTP

/// The steps of the demonstration, in order.
///
/// Every number is of this run: from what the program printed, from its journal, or from the
/// servers' own books.
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
        claims.claim(
            "there is something to do, and the exit status is 0",
            report.planned > 0 && outcome.status == 0, found: "status \(outcome.status)")
        claims.claim(
            "nothing was written: Plytix counted \(counted(made.writes, "write"))", made.writes == 0
        )
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
        let missing = try DemoHistory(folder.path).pictureURL(report.failures.first?.subject)
        let answer = missing.map(bundled.status)
        claims.claim(
            "one picture failed and is named: Amazon lists it, but answers 404 when asked for it",
            report.failures.count == 1 && answer == 404,
            found: "\(report.failures.count) failures, answer \(answer ?? 0)")
        claims.claim(
            "so the exit status is 1, not 0", outcome.status == 1,
            found: "status \(outcome.status)")
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
}
