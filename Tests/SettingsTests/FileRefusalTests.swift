import Foundation
import Planning
import Testing

@testable import Settings

struct FileRefusalTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let advice =
        "Indent with blanks, never tabs, and put a text with a colon or a # in quotes."

    @Test(arguments: [
        ("amazon:\n\tbrand: x", "2: found character that cannot start any token"),
        ("amazon:\n  brand: a: b", "2: mapping values are not allowed in this context"),
        ("journal: *nothing", "1: found undefined alias"),
        (
            "journal: a\n---\njournal: b",
            "2: expected a single document in the stream but found another document"
        ),
        ("journal: \"\u{1}\"", "1: control characters are not allowed"),
    ])
    func `what is not YAML is refused with its line`(yaml: String, says: String) throws {
        let (line, problem) = (says.prefix(1), says.dropFirst(3))
        #expect(
            try folder.complaint(about: yaml)
                == "plysync.yaml:\(line): this is not YAML: \(problem). \(Self.advice)")
    }

    @Test func `a name that stands twice is refused`() throws {
        #expect(
            try folder.complaint(about: "journal: a\nimages: {}\njournal: b")
                == "plysync.yaml:1: \"journal\" stands there twice. Remove one of them.")
    }

    @Test func `nesting without end is refused`() throws {
        let yaml = "journal: " + String(repeating: "[", count: 1_000_000)
        let complaint = try folder.complaint(about: yaml)
        #expect(complaint.hasPrefix("plysync.yaml:1: this is not YAML: "))
    }

    @Test func `aliases that would multiply are refused before they do`() throws {
        var yaml = "a0: &a0 x\n"
        for level in 1...40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(
            try folder.complaint(about: yaml + "? *a40\n: x\n")
                == """
                plysync.yaml:8: there are more than 12 aliases (names after an asterisk). \
                Write out what they stand for.
                """)
    }

    @Test func `a few aliases are fine`() throws {
        try folder.write(
            """
            # *** not *counted *at *all *in *comments *here *or *there *and *so *on *and *on
            amazon: {brand: &name Blue, marketplaces: [US]}
            plytix: {family: *name}
            """, to: "plysync.yaml")
        #expect(try folder.load().planning.family == "Blue")
    }

    @Test func `an empty file and empty sections are the defaults`() throws {
        for yaml in ["", "# nothing\n", "\u{FEFF}", "amazon:\ntargets:\nplytix: {}\nimages: ~\n"] {
            #expect(try folder.complaint(about: yaml) == "loaded")
        }
    }

    @Test func `a file that was named must be there`() {
        #expect(
            folder.complaint(file: "other.yaml")
                == """
                other.yaml: there is no such file. \
                Name another with --config, or let plysync init write one.
                """)
    }

    @Test func `what is no text file is refused`() throws {
        try folder.write(Data([0x61, 0x3A, 0xFF]), to: "latin.yaml")
        try folder.write(String(repeating: "#", count: 1_048_577), to: "large.yaml")
        #expect(mkfifo("\(folder.path)/pipe.yaml", 0o600) == 0)
        #expect(
            folder.complaint(file: "latin.yaml")
                == "latin.yaml: the file is not UTF-8 text. Save it as UTF-8.")
        #expect(
            folder.complaint(file: "large.yaml")
                == "large.yaml: the file is larger than 1 MB. Name a file of settings.")
        for name in [".", "pipe.yaml"] {
            #expect(
                folder.complaint(file: name)
                    == "\(name): this is not a regular file. Name a text file.")
        }
    }
}
