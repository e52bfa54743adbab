import Catalog
import HTTP

/// How the story is told.
extension DemoStory {
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

    var sync: String { "plysync sync --style \(Self.style)" }

    func title(_ title: String, _ command: String) {
        say("\n\(title)\n\n   $ \(command)\n")
    }

    func phases(_ report: DemoReport) -> String {
        report.counts.map { count in
            let adopted = count.adopted > 0 ? ", \(count.adopted) of them found there already" : ""
            let failed = count.failed > 0 ? ", \(count.failed) failed" : ""
            let unit = count.expected == 1 ? count.phase.unit : count.phase.unit + "s"
            return
                "      \(count.phase.rawValue.padding(to: 15))\(count.done) of \(count.expected) \(unit) done"
                + adopted + failed
        }.joined(separator: "\n")
    }

    func seconds(since start: Instant) -> String {
        "\(((clock.now - start).inSeconds * 10).rounded() / 10) s"
    }

    func say(_ text: String) { Console.result(text) }
}
