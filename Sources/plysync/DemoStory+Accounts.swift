import Catalog
import Foundation
import HTTP

/// The steps in which something happens to the whole: the process dies, the account is another.
extension DemoStory {
    func interrupt() async throws {
        let path = try folder.prepare("interrupted", for: invented)
        let child = DemoChild(folder: path, credentials: invented.credentials)
        let arguments = ["sync", "--brand", "Sandbox Brand", "--json"]
        let command = "plysync sync --brand \"Sandbox Brand\" --execute"
        title(
            "5. Pull the plug",
            "\(command)      (killed in the middle, by SIGKILL)\n   $ \(command)")
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
            killed.wasKilled && writes < planned, found: "status \(killed.status), \(writes) writes"
        )
        claims.claim(
            "the second run came to its end: complete, with exit status 0",
            report.isComplete && outcome.status == 0,
            found: "status \(outcome.status), \(report.open) open")
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

    func replay(_ child: DemoChild, _ requests: DemoRequests) async throws {
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
            report.isComplete && made.amazon == 0,
            found: "\(made.amazon) requests, status \(outcome.status)")
        claims.claim(
            "both accounts, as their server gives them, hold the same \(new.products) products, \(new.links) links\n"
                + "           and \(new.pictures) pictures: \(new.valueCount) values compared",
            differences.isEmpty && new.products > 0,
            found:
                "\(differences.count) differences: \(differences.prefix(3).joined(separator: "; "))"
        )
        claims.claim(
            "the journal is as it was written, entry by entry: \(try DemoHistory(folder.path).events) entries verified",
            verified.status == 0, found: verified.errors + verified.output)
        let counts = requests.phases.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
        say("\n   Requests of step 2 by phase: \(counts).")
    }
}
