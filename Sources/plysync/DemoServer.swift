import Catalog
import HTTP
import HTTPTypes
import JSON
import NetworkTransport
import SandboxServer

/// A sandbox that serves on a free port of 127.0.0.1 while the demonstration runs, and what its own
/// books say.
final class DemoServer: Sendable {
    private let sandbox: Sandbox
    private let serving: Task<Void, any Error>

    /// The limits are announced and enforced, but they are not what is shown here.
    private static let speed = 60.0

    private init(_ sandbox: Sandbox, serving: Task<Void, any Error>) {
        self.sandbox = sandbox
        self.serving = serving
    }

    static func start(_ world: Sandbox.WorldSource) async throws -> DemoServer {
        let options = Sandbox.Options(world: world, speed: speed)
        var generator = SystemRandomNumberGenerator()
        let accountSeed: UInt64 = generator.next()
        let (ready, readiness) = AsyncThrowingStream.makeStream(of: Sandbox.self)
        let serving = Task {
            do {
                try await LoopbackServer.run(
                    options, clock: SystemClock(), accountSeed: accountSeed
                ) { sandbox in readiness.yield(sandbox) }
            } catch {
                readiness.finish(throwing: error)
                throw error
            }
        }
        do {
            for try await sandbox in ready { return DemoServer(sandbox, serving: serving) }
        } catch let error as SandboxError {
            throw CommandFailure("\(error)", hint: error.hint, exitStatus: 1)
        }
        throw CommandFailure("the local servers ended at once", exitStatus: 1)
    }

    func stop() { serving.cancel() }

    var baseURL: String { sandbox.baseURL }

    /// Environment variables that open its accounts.
    var credentials: [String: String] {
        let amazon = sandbox.addresses["amazon"]
        let targets = sandbox.addresses["targets"]
        let values: [(String, JSONValue)] = [
            ("SP_API_REFRESH_TOKEN", amazon["refresh_token"]), ("LWA_APP_ID", amazon["client_id"]),
            ("LWA_CLIENT_SECRET", amazon["client_secret"]),
            ("PLYTIX_API_KEY", targets["default"]["api_key"]),
            ("PLYTIX_API_PASSWORD", targets["default"]["api_password"]),
            ("PLYTIX_FRESH_KEY", targets["fresh"]["api_key"]),
            ("PLYTIX_FRESH_PASSWORD", targets["fresh"]["api_password"]),
        ]
        return Dictionary(
            values.map { ($0, $1.string ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Its books

    /// A whole account as the control interface gives it.
    func account(_ target: String) throws -> DemoAccount {
        DemoAccount(try control("state?target=\(target)"))
    }

    /// What was asked of it since it started.
    func requests() throws -> DemoRequests { DemoRequests(try control("requests")) }

    /// How it answers when a file is asked for.
    func status(of url: String) -> Int {
        sandbox.respond(to: Request(.get, url), at: SystemClock().now).status
    }

    private func control(_ path: String) throws -> JSONValue {
        let response = sandbox.respond(
            to: Request(.get, "\(baseURL)/control/\(path)"), at: SystemClock().now)
        return try response.json()
    }
}
