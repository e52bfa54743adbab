import ArgumentParser
import Catalog
import Foundation
import NetworkTransport
import SandboxServer

/// The whole workflow against servers of its own, told as a story with the numbers of this very run.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run the whole workflow against local servers, and tell what happens.",
        discussion: """
            Needs no account and no network, and takes well under a minute. What it leaves behind can \
            be looked at with the other commands.

            Example:  plysync demo --keep my-demo
            """)

    @Option(
        help: "Where to leave the files: a new folder (default: one in the temporary directory).")
    var keep: String?

    func run() async throws {
        let clock = SystemClock()
        let start = clock.now
        let folder = try DemoFolder(keep)
        let bundled = try await DemoServer.start(.bundled)
        let invented = try await DemoServer.start(.generated(DemoStory.inventedCount))
        defer {
            bundled.stop()
            invented.stop()
        }
        let story = DemoStory(
            folder: folder, bundled: bundled, invented: invented, clock: clock)
        do {
            try await story.tell()
        } catch let failure as CommandFailure {
            throw CommandFailure(
                failure.what, hint: "What it did so far is in \(folder.path)", exitStatus: 1)
        }
        story.end(after: clock.now - start)
        if story.claims.failed > 0 { terminate(1) }
    }
}
