import ContractSupport
import Foundation
import JSON
import Testing

/// A folder of its own, a sandbox of its own, and the program as a user would run it there.
struct Journey {
    let folder: URL
    let control: Control
    /// Where the sandbox writes down what it was asked and answered.
    let traffic: String
    /// Where the output of the program and the sandbox's files are, out of the user's sight.
    private let spool: URL
    private let environment: [String: String]

    static let style = ["--style", "MCA0032"]

    /// Does a journey, and leaves nothing behind.
    ///
    /// - `catalogue`: flags of `plysync sandbox`.
    static func begin(
        catalogue: [String] = [], _ body: (Journey) throws -> Void
    ) throws {
        let root = FileManager.default.temporaryDirectory
            .appendingPathComponent("journey-\(UUID().uuidString)")
        let folder = root.appendingPathComponent("work")
        let spool = root.appendingPathComponent("spool")
        for url in [folder, spool] {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(at: root) }
        let ready = spool.appendingPathComponent("ready.json")
        let traffic = spool.appendingPathComponent("traffic.jsonl")
        let sandbox = try Child(
            [
                "sandbox", "--speed", "60", "--ready-file", ready.path, "--record", traffic.path,
            ] + catalogue, in: spool, spool: spool, environment: inherited)
        defer {
            sandbox.send(SIGKILL)
            _ = try? sandbox.finish()
            expectPublishedTraffic(in: traffic.path)
        }
        try wait(until: "the sandbox is ready") {
            guard sandbox.isRunning else {
                throw JourneyError("the sandbox ended at once: \(try sandbox.said())")
            }
            return FileManager.default.fileExists(atPath: ready.path)
        }
        let line = try JSONValue(parsing: [UInt8](try Data(contentsOf: ready)))
        try body(Journey(folder: folder, spool: spool, traffic: traffic.path, line))
    }

    /// Expects that all which was said in a journey is as the vendors document it.
    private static func expectPublishedTraffic(in file: String) {
        guard let published = PublishedSpecifications.shared else { return }
        do {
            for (request, response) in try RecordedTraffic.exchanges(in: file) {
                for finding in published.uncovered(request, response) {
                    Issue.record("not as published: \(finding)")
                }
            }
        } catch {
            Issue.record("the sandbox's record cannot be read: \(error)")
        }
    }

    private init(folder: URL, spool: URL, traffic: String, _ ready: JSONValue) throws {
        self.folder = folder
        self.traffic = traffic
        self.spool = spool
        control = Control(url: ready["control_url"].string ?? "")
        environment = Self.inherited.merging(Self.settings(ready)) { _, new in new }
        try write(Self.configuration, to: "plysync.yaml")
    }

    /// Nothing of the user's own settings: these must reach no server but ours.
    private static var inherited: [String: String] {
        let names = ["PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH"]
        return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
    }

    /// The ready line as the settings of the same name.
    private static func settings(_ ready: JSONValue) -> [String: String] {
        let targets = ready["targets"]
        let values: [(String, JSONValue)] = [
            ("PLYSYNC_AMAZON_URL", ready["amazon_url"]), ("PLYSYNC_LWA_URL", ready["lwa_url"]),
            ("PLYTIX_PIM_BASE_URL", ready["plytix_url"]),
            ("PLYTIX_AUTH_BASE_URL", ready["plytix_auth_url"]),
            ("SP_API_REFRESH_TOKEN", ready["amazon"]["refresh_token"]),
            ("LWA_APP_ID", ready["amazon"]["client_id"]),
            ("LWA_CLIENT_SECRET", ready["amazon"]["client_secret"]),
            ("PLYTIX_API_KEY", targets["default"]["api_key"]),
            ("PLYTIX_API_PASSWORD", targets["default"]["api_password"]),
            ("PLYTIX_FRESH_KEY", targets["fresh"]["api_key"]),
            ("PLYTIX_FRESH_PASSWORD", targets["fresh"]["api_password"]),
        ]
        return Dictionary(
            values.map { ($0, $1.string ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    private static let configuration = """
        journal: plysync.journal
        targets:
          default: {}
          fresh: {api_key_env: PLYTIX_FRESH_KEY, api_password_env: PLYTIX_FRESH_PASSWORD}
        # A request to a server on this machine arrives within a second, or never.
        settle: {arrival: 1s, search_lag: 0s}

        """

    /// What opens the accounts of both systems.
    var credentials: [String] {
        [
            "SP_API_REFRESH_TOKEN", "LWA_APP_ID", "LWA_CLIENT_SECRET", "PLYTIX_API_KEY",
            "PLYTIX_API_PASSWORD", "PLYTIX_FRESH_KEY", "PLYTIX_FRESH_PASSWORD",
        ].compactMap { environment[$0] }.filter { !$0.isEmpty }
    }

    // MARK: Commands

    /// Starts `plysync` with arguments; `variables` are set beside those that lead to the sandbox.
    func start(
        _ arguments: [String], variables: [String: String] = [:], outlet: Child.Outlet = .file,
        fileSizeMax: Int? = nil
    ) throws -> Child {
        try Child(
            arguments, in: folder, spool: spool,
            environment: environment.merging(variables) { _, new in new }, outlet: outlet,
            fileSizeMax: fileSizeMax)
    }

    /// Runs `plysync` to its end.
    func run(
        _ arguments: String..., variables: [String: String] = [:]
    ) throws -> Child.Outcome {
        try run(arguments, variables: variables)
    }

    func run(
        _ arguments: [String], variables: [String: String] = [:]
    ) throws -> Child.Outcome {
        try start(arguments, variables: variables).finish()
    }

    /// Runs the sync of the bundled style.
    func sync(
        _ arguments: String..., variables: [String: String] = [:]
    ) throws -> Child.Outcome {
        try run(["sync"] + Self.style + arguments, variables: variables)
    }

    // MARK: Files

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String, mode: Int = 0o600) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    func json(_ name: String) throws -> JSONValue { try JSONValue(parsing: try read(name)) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}

extension Child.Outcome {
    /// The document that `--json` prints.
    func json() throws -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: output)
        } catch {
            throw JourneyError("no document but status \(status): \(errors)\(output)")
        }
    }

    /// A phase of that document.
    func phase(_ name: String) throws -> JSONValue {
        try json()["phases"].elements.first { $0["phase"].string == name } ?? .null
    }
}
