import AsyncHTTPClient
import Catalog
import Foundation
import HTTP
import HTTPTypes
import JSON
import NIOHTTP1
import SandboxFaults
import SandboxServer
import SandboxWorld
import Testing

@Suite struct `A served sandbox` {
    @Test func `answers for each system on one port`() async throws {
        try await ServedSandbox.with { served in
            let login = try await served.send(
                .post, "/auth/o2/token",
                headers: [("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(
                    PercentEncoding.form([
                        ("grant_type", "refresh_token"),
                        ("refresh_token", "Atzr|sandbox-refresh-token"),
                        ("client_id", "amzn1.application-oa2-client.sandbox"),
                        ("client_secret", "amzn1.oa2-cs.v1.sandbox-client-secret"),
                    ]).utf8))
            let token = try #require(try login.json()["access_token"].string)
            let search = try await served.send(
                .get,
                "/catalog/2022-04-01/items?marketplaceIds=ATVPDKIKX0DER&identifiers=B07X8Z63ZL"
                    + "&identifiersType=ASIN&includedData=summaries,images",
                headers: [("x-amz-access-token", token)])
            #expect(search.status == 200)
            #expect(search.headers[.date] == "Sun, 01 Mar 2026 08:00:00 GMT")
            let link = try #require(
                try search.json()["items"][0]["images"][0]["images"][0]["link"].string)
            let path = String(link.dropFirst(served.sandbox.baseURL.count))
            let picture = try await served.get(path)
            #expect(picture.headers[.contentType] == "image/jpeg")
            #expect(picture.body.starts(with: [0xFF, 0xD8]))
            let upload = try await served.post(
                "/api/v1/assets", ["url": JSONValue(link), "filename": "a.jpg"],
                token: try await served.token("fresh"))
            #expect(upload.status == 201)
            #expect(try upload.json()["data"][0]["file_size"].int == picture.body.count)
        }
    }

    @Test func `answers HEAD with the length of the file and without the file`() async throws {
        try await ServedSandbox.with { served in
            let file = try #require(World.bundled.items[3].pictures.first?.file)
            let whole = try await served.get("/images/I/\(file)")
            let head = try await served.send(.head, "/images/I/\(file)")
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.headers[.contentLength] == "\(whole.body.count)")
        }
    }

    @Test func `serves the control interface`() async throws {
        try await ServedSandbox.with { served in
            _ = try await served.post(
                "/api/v1/products", ["sku": "A-1"], token: try await served.token("fresh"))
            let state = try await served.get("/control/state?target=fresh").json()
            #expect(state["products"].elements.map { $0["sku"] } == ["A-1"])
            #expect(try await served.get("/control/requests").json()["writes"] == 1)
            #expect(try await served.post("/control/reset?target=fresh", [:]).status == 200)
            let empty = try await served.get("/control/state?target=fresh").json()
            #expect(empty["products"] == [])
            #expect(try await served.get("/control/catalog").json() == World.bundled.json)
            #expect(try await served.get("/nothing").status == 404)
        }
    }

    @Test func `closes connections, cuts answers and delays them as its fault plan says`()
        async throws
    {
        let rules = [
            FaultRule(FaultMatch(body: "before"), Fault(.dropBefore)),
            FaultRule(FaultMatch(body: "after"), Fault(.dropAfter)),
            FaultRule(FaultMatch(body: "cut"), Fault(.cut(bodyBytes: 10))),
            FaultRule(FaultMatch(body: "broken"), Fault(.brokenJSON)),
            FaultRule(
                FaultMatch(body: "late"),
                Fault(.none, delay: .seconds(3), answerDelay: .seconds(4))),
        ]
        try await ServedSandbox.with(Sandbox.Options(faults: FaultPlan(rules: rules))) { served in
            let token = try await served.token("fresh")
            for sku in ["before", "after"] {
                await #expect(throws: HTTPClientError.remoteConnectionClosed) {
                    try await served.post("/api/v1/products", ["sku": .string(sku)], token: token)
                }
            }
            await #expect(throws: HTTPParserError.invalidEOFState) {
                try await served.post("/api/v1/products", ["sku": "cut"], token: token)
            }
            let broken = try await served.post(
                "/api/v1/products", ["sku": "broken"], token: token)
            #expect(broken.status == 201)
            #expect(throws: JSONError.self) { try broken.json() }
            #expect(served.clock.sleeps == [])
            let late = try await served.post("/api/v1/products", ["sku": "late"], token: token)
            #expect(late.status == 201)
            #expect(served.clock.sleeps == [.seconds(3), .seconds(4)])
            let state = try await served.get("/control/state?target=fresh").json()
            #expect(
                state["products"].elements.map { $0["sku"] } == ["after", "broken", "cut", "late"])
        }
    }

    @Test func `refuses a body of more than 16 MB`() async throws {
        try await ServedSandbox.with { served in
            let body = [UInt8](repeating: 0x20, count: Sandbox.bodyBytesMax + 100_000)
            let answer = try await served.send(
                .post, "/api/v1/products",
                headers: [("Authorization", "Bearer \(try await served.token())")], body: body)
            #expect(answer.status == 413)
            // The connection goes on to serve.
            #expect(try await served.get("/control").status == 200)
        }
    }

    @Test func `answers 64 clients at once`() async throws {
        try await ServedSandbox.with(Sandbox.Options(speed: 1_000)) { served in
            let token = try await served.token("fresh")
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for client in 0..<64 {
                    group.addTask {
                        var worst = 0
                        for number in 0..<5 {
                            let answer = try await served.post(
                                "/api/v1/products", ["sku": .string("A-\(client)-\(number)")],
                                token: token)
                            worst = max(worst, answer.status)
                        }
                        return worst
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(statuses == [201])
            let state = try await served.get("/control/state?target=fresh").json()
            #expect(state["products"].elements.count == 320)
        }
    }

    @Test func `keeps its accounts in a state file and is ready when the ready file is there`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "plysync-sandbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let stateFile = folder.appending(path: "state").path
        let readyFile = folder.appending(path: "ready.json").path
        let options = Sandbox.Options(stateFile: stateFile, readyFile: readyFile)
        try await ServedSandbox.with(options, accountSeed: 1) { served in
            let line = try String(contentsOfFile: readyFile, encoding: .utf8)
            #expect(line == served.sandbox.readyLine + "\n")
            _ = try await served.post(
                "/api/v1/products", ["sku": "A-1"], token: try await served.token("fresh"))
            try await served.get("/control/state?target=fresh").body
                .withUnsafeBytes { Data($0) }.write(to: folder.appending(path: "before"))
        }
        // A process that was killed in the middle of a line.
        let file = try #require(FileHandle(forWritingAtPath: stateFile))
        try file.seekToEnd()
        try file.write(contentsOf: Data(#"{"at": 17"#.utf8))
        try file.close()
        try await ServedSandbox.with(options, accountSeed: 2) { served in
            let before = try Data(contentsOf: folder.appending(path: "before"))
            #expect(try await served.get("/control/state?target=fresh").body == Array(before))
        }
    }

    @Test func `does not start where its state cannot be`() async throws {
        await #expect(throws: SandboxError.self) {
            try await ServedSandbox.with(Sandbox.Options(stateFile: "/nowhere/state")) { _ in }
        }
        await #expect(throws: SandboxError.self) {
            try await ServedSandbox.with(Sandbox.Options(readyFile: "/nowhere/ready")) { _ in }
        }
    }

    @Test func `does not start on a port that is taken`() async throws {
        try await ServedSandbox.with { served in
            let port = try #require(Int(served.sandbox.baseURL.split(separator: ":").last ?? ""))
            await #expect(
                throws: SandboxError.cannotListen(port: port, reason: "Address already in use")
            ) {
                try await ServedSandbox.with(Sandbox.Options(port: port)) { _ in }
            }
        }
    }
}
