import Foundation
import JSON
import SandboxWorld
import Testing

/// Titles that a terminal would obey, in a catalogue that anybody may have written.
@Suite struct `Hostile text in a catalogue` {
    static let title =
        "\u{1B}[2J\u{1B}]0;owned\u{7}Boot\u{202E}gpj\u{0}\r\nTotal: 0\u{9B}31m\u{2028}x"
    static let size = "=HYPERLINK(\"http://evil\")"
    static let color = "\u{2067}../../../../tmp/owned\u{200D}"
    static let brand = "../../../owned"

    private func journey(_ body: (Journey, World.Item) throws -> Void) throws {
        var world = World.bundled
        let index = try #require(world.items.firstIndex { !$0.parents.isEmpty })
        world.items[index].title = Self.title
        world.items[index].size = Self.size
        world.items[index].color = Self.color
        world.items[index].brand = Self.brand
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("hostile-\(UUID().uuidString).json")
        try Data(world.json.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try Journey.begin(catalogue: ["--catalog", file.path]) { journey in
            try body(journey, world.items[index])
        }
    }

    @Test func `moves no cursor and forges no line, in any command`() throws {
        try journey { journey, item in
            for arguments in [
                ["sync", "--style", "MCA0032"], ["sync", "--style", "MCA0032", "--execute"],
                ["status"], ["runs"], ["log"], ["show", item.asin], ["state"], ["doctor"],
                ["accept", "sku:\(Self.title)", "--reason", "r"], ["show", Self.title],
                ["log", "--kind", Self.title], ["sync", "--brand", Self.title],
                ["export", "--brand", Self.brand], ["journal", "verify"],
            ] {
                for flags in [[], ["--json"]] {
                    // An argument cannot hold a NUL.
                    let arguments = (arguments + flags).map { $0.replacing("\u{0}", with: "") }
                    let outcome = try journey.run(arguments)
                    for text in [outcome.output, outcome.errors] {
                        #expect(Self.hidden(in: text) == [], "\(arguments)")
                        #expect(!text.contains("\nTotal: 0"), "\(arguments)")
                    }
                }
            }
            // What was shown otherwise is what was kept.
            let page = try journey.run("show", item.asin, "--json").json()
            #expect(page["amazon"]["title"].string == Self.title)
            #expect(page["amazon"]["size"].string == Self.size)
            #expect(page["amazon"]["color"].string == Self.color)
            let account = try journey.control.account()
            #expect(account.values(of: "amazon_title")["AMZN-US-\(item.asin)"] == Self.title)
        }
    }

    @Test func `leads no file elsewhere`() throws {
        try journey { journey, _ in
            let before = try Self.files(journey.folder.deletingLastPathComponent())
            _ = try journey.run("export", "--brand", Self.brand, "--output", "export.json")
            _ = try journey.sync("--execute", "--output", "report.json")
            let after = try Self.files(journey.folder.deletingLastPathComponent())
            let made = after.subtracting(before).filter { !$0.hasPrefix("spool/") }
            let names = ["export.json", "report.json", "plysync.journal"]
            #expect(made.allSatisfy { file in names.contains { file.hasPrefix("work/\($0)") } })
        }
    }

    /// Characters that a terminal obeys, or that change how others are shown.
    private static func hidden(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            scalar != "\n"
                && [.control, .format, .lineSeparator, .paragraphSeparator]
                    .contains(scalar.properties.generalCategory)
        }
    }

    private static func files(_ folder: URL) throws -> Set<String> {
        Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path))
    }
}
