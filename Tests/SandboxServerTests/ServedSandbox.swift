import AsyncHTTPClient
import Catalog
import HTTP
import HTTPTypes
import JSON
import NIOCore
import NIOHTTP1
import SandboxServer
import Synchronization

/// A clock that stands still; who sleeps by it is noted and does not wait.
final class StandingClock: WallClock {
    private let naps = Mutex<[Duration]>([])
    var sleeps: [Duration] { naps.withLock { $0 } }
    let now = opening

    func sleep(until instant: Instant) async throws(CancellationError) {
        naps.withLock { $0.append(instant - now) }
    }
}

/// A sandbox on a socket, and a client of it that nobody here wrote.
struct ServedSandbox {
    let sandbox: Sandbox
    let clock: StandingClock

    /// Serves a sandbox for as long as `body` runs.
    static func with(
        _ options: Sandbox.Options = Sandbox.Options(), accountSeed: UInt64 = 7,
        _ body: @escaping @Sendable (ServedSandbox) async throws -> Void
    ) async throws {
        let clock = StandingClock()
        let (ready, readyEnd) = AsyncStream.makeStream(of: Sandbox.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { readyEnd.finish() }
                try await LoopbackServer.run(options, clock: clock, accountSeed: accountSeed) {
                    readyEnd.yield($0)
                }
            }
            for await sandbox in ready {
                try await body(ServedSandbox(sandbox: sandbox, clock: clock))
                group.cancelAll()
            }
            try await group.waitForAll()
        }
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: [(String, String)] = [],
        body: [UInt8] = []
    ) async throws -> HTTP.Response {
        var request = HTTPClientRequest(url: sandbox.baseURL + path)
        request.method = HTTPMethod(rawValue: method.rawValue)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if !body.isEmpty { request.body = .bytes(ByteBuffer(bytes: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        var fields = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let bytes = try await response.body.collect(upTo: 64 << 20)
        return HTTP.Response(
            Int(response.status.code), headers: fields, body: Array(bytes.readableBytesView))
    }

    func get(_ path: String, token: String? = nil) async throws -> HTTP.Response {
        try await send(.get, path, headers: token.map { [("Authorization", "Bearer \($0)")] } ?? [])
    }

    func post(_ path: String, _ json: JSONValue, token: String? = nil) async throws -> HTTP.Response
    {
        let key = token.map { [("Authorization", "Bearer \($0)")] } ?? []
        return try await send(
            .post, path, headers: key + [("Content-Type", "application/json")], body: json.bytes)
    }

    /// A token of Plytix.
    func token(_ alias: String = "default") async throws -> String {
        let credentials = SandboxCredentials(alias: alias)
        let answer = try await post(
            "/auth/api/get-token",
            [
                "api_key": JSONValue(credentials.key),
                "api_password": JSONValue(credentials.password),
            ])
        return try answer.json()["data"][0]["access_token"].string ?? ""
    }
}
