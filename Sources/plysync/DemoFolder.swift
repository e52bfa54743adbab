import Foundation

/// The folder that the demonstration works in and leaves behind.
struct DemoFolder {
    let path: String

    /// A folder that is not there yet, or empty; without a name one in the temporary directory.
    init(_ name: String?) throws {
        let url =
            name.map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.temporaryDirectory.appendingPathComponent(
                "plysync-demo-\(String(UInt32.random(in: 0 ... .max), radix: 16))")
        path = url.standardizedFileURL.path
        let there = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard there.isEmpty else {
            throw CommandFailure(
                "\(path) is not empty", hint: "Name a folder that is not there yet with --keep")
        }
        try Self.make(path)
    }

    /// A folder in it, with settings that lead to a server.
    func prepare(_ name: String? = nil, for server: DemoServer) throws -> String {
        let folder = name.map { "\(path)/\($0)" } ?? path
        try Self.make(folder)
        try OutputFile.write(Self.settings(server), to: "\(folder)/plysync.yaml")
        return folder
    }

    private static func make(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                "\(path) cannot be made: \(SystemFault.sentence(of: error))",
                hint: "Name another folder with --keep")
        }
    }

    private static func settings(_ server: DemoServer) -> String {
        """
        # Settings of the demonstration. Its servers are gone when it has ended: the addresses lead
        # nowhere then, and commands that only read the journal go on working.
        journal: plysync.journal
        amazon:
          marketplaces: [US]
          brand: Sandbox Brand
          api_url: \(server.baseURL)
          token_url: \(server.baseURL)/auth/o2/token
        targets:
          default:
            api_url: \(server.baseURL)
            auth_url: \(server.baseURL)/auth/api/get-token
          fresh:
            api_key_env: PLYTIX_FRESH_KEY
            api_password_env: PLYTIX_FRESH_PASSWORD
            api_url: \(server.baseURL)
            auth_url: \(server.baseURL)/auth/api/get-token
        # A request to a server on this machine arrives within a second, or never.
        settle: {arrival: 1s, search_lag: 0s}
        """
    }
}
