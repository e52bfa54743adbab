import Testing

@Suite struct `A command that is typed wrongly` {
    struct Typed: CustomTestStringConvertible, Sendable {
        let arguments: [String]
        let words: [String]
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: String, _ words: String...) {
            self.arguments = arguments.split(separator: " ").map(String.init)
            self.words = words
        }
    }

    @Test(arguments: [
        Typed("sync --style MCA0032 --bogus", "--bogus", "plysync sync --help"),
        Typed("synk", "synk", "plysync --help"),
        Typed("help nosuch", "\"nosuch\"", "plysync --help"),
        Typed("help journal nosuch", "\"nosuch\"", "plysync --help"),
        Typed("accept picture:71abcDEF", "--reason", "plysync accept --help"),
        Typed("sync --style MCA0032 --limit 0", "--limit must be 1 or more"),
        Typed("sync --style MCA0032 --limit all", "all", "--limit"),
        Typed("sync --style MCA0032 --max-requests 0", "--max-requests must be 1 or more"),
        Typed("export --style MCA0032 --max-results 0", "--max-results must be 1 or more"),
        Typed("sync --style MCA0032 --max-age soon", "--max-age", "\"soon\"", "24h"),
        Typed("state --live --at 1", "--live", "--at"),
        Typed("sandbox --speed 0", "--speed", "above 0"),
        Typed("sandbox --quirks nonsense", "nonsense", "brand-underscore"),
    ])
    func `is refused with what is wrong and where it is told`(typed: Typed) throws {
        try Journey.begin { journey throws in
            expectRefusal(try journey.run(typed.arguments), 2, typed.words)
            try journey.expectUntouched()
        }
    }

    @Test(arguments: [["retry"], ["accept", "picture:71abcDEF"]])
    func `with an empty reason is told what it must be`(command: [String]) throws {
        try Journey.begin { journey throws in
            expectRefusal(try journey.run(command + ["--reason", ""]), 2, ["--reason must"])
            try journey.expectUntouched()
        }
    }

    @Test(arguments: ["sync", "export"])
    func `without a source names all sources`(command: String) throws {
        try Journey.begin { journey throws in
            let sources = ["--brand", "--style", "--keywords", "--asins", "--asin-file"]
            expectRefusal(
                try journey.run(command), 2,
                ["what to export", "--from-file", "amazon.brand in plysync.yaml"] + sources)
            try journey.expectUntouched()
        }
    }

    @Test func `with two sources is told to give one`() throws {
        try Journey.begin { journey throws in
            expectRefusal(
                try journey.sync("--brand", "Sandbox Brand"), 2,
                ["more than one source", "Give one of", "--brand", "--style"])
            try journey.expectUntouched()
        }
    }

    @Test func `with an unknown marketplace lists those that are known`() throws {
        try Journey.begin { journey throws in
            let known = ["US, CA, MX, BR", "UK", "DE", "AU", "JP"]
            expectRefusal(
                try journey.sync("--marketplace", "XX"), 2, ["--marketplace", "\"XX\""] + known)
            try journey.expectUntouched()
        }
    }

    @Test func `with an unknown target lists those of the settings`() throws {
        try Journey.begin { journey throws in
            expectRefusal(
                try journey.sync("--target", "frehs"), 2,
                ["--target", "\"frehs\"", "Did you mean fresh?", "default, fresh"])
            try journey.expectUntouched()
        }
    }

    @Test func `with a replay of a target into itself is told how to name another`() throws {
        try Journey.begin { journey throws in
            expectRefusal(
                try journey.run("replay", "--from", "fresh", "--target", "fresh"), 2,
                ["\"fresh\"", "into itself", "--target", "--from"])
            try journey.expectUntouched()
        }
    }
}
