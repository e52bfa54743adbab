package import Catalog
package import JSON

/// A run began.
///
/// Emitted first in every run, before any request. It names all that decides what the run does, so
/// that the run can be understood, and repeated, from the journal alone.
package struct RunStarted: Event, Hashable, Sendable {
    package static let kind = "RunStarted"
    package static let version = 1

    /// The run that began.
    package var run: RunID
    /// The version of the program: `1.4.0`.
    package var program: String
    /// The version of the rules that make our items of Amazon's answers.
    package var normaliser: Int
    /// The version of the rules that match and map.
    package var rules: Int
    /// The digest of the canonical text of `settings`.
    package var settingsHash: Digest
    /// The effective settings, without secrets.
    package var settings: JSONValue
    /// The command line as typed, without secrets.
    package var command: [String]
    /// Whether the run may write to Plytix; else it only plans.
    package var execute: Bool
    /// The seed of the run's randomness, where one was given.
    package var seed: Int?

    package init(
        run: RunID, program: String, normaliser: Int, rules: Int, settingsHash: Digest,
        settings: JSONValue, command: [String], execute: Bool, seed: Int? = nil
    ) {
        self.run = run
        self.program = program
        self.normaliser = normaliser
        self.rules = rules
        self.settingsHash = settingsHash
        self.settings = settings
        self.command = command
        self.execute = execute
        self.seed = seed
    }

    package var subjects: [SubjectReference] { [SubjectReference(.run(run))] }
}

extension RunStarted {
    package init(from json: inout JSONReader) throws(JSONError) {
        var run: RunID?
        var program: String?
        var normaliser: Int?
        var rules: Int?
        var settingsHash: Digest?
        var settings: JSONValue?
        var command: [String]?
        var execute: Bool?
        var seed: Int?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "run": run = try json.read(key)
            case "program": program = try json.read(key)
            case "normaliser": normaliser = try json.read(key)
            case "rules": rules = try json.read(key)
            case "settingsHash": settingsHash = try json.read(key)
            case "settings": settings = try json.read(key)
            case "command": command = try json.read(key)
            case "execute": execute = try json.read(key)
            case "seed": seed = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            run: try required(run, "run"), program: try required(program, "program"),
            normaliser: try required(normaliser, "normaliser"),
            rules: try required(rules, "rules"),
            settingsHash: try required(settingsHash, "settingsHash"),
            settings: try required(settings, "settings"),
            command: try required(command, "command"), execute: try required(execute, "execute"),
            seed: seed)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("run", run)
            json.member("program", program)
            json.member("normaliser", normaliser)
            json.member("rules", rules)
            json.member("settingsHash", settingsHash)
            json.member("settings", settings)
            json.member("command", command)
            json.member("execute", execute)
            json.member("seed", optional: seed)
        }
    }
}
