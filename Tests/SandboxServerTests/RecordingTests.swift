import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxWorld
import Synchronization
import Testing

@testable import SandboxServer

@Suite struct `A recorded sandbox` {
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func append(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private func record(_ work: (Visitor) throws -> Void) throws -> (Sandbox, [String]) {
        let lines = Lines()
        lines.append(Recording.header(seed: 1, accountSeed: 7))
        lines.append(Recording.start(baseURL: base))
        var sandbox = try makeSandbox()
        sandbox.recorder = RequestRecorder(baseURL: base) { lines.append($0) }
        try work(Visitor(sandbox: sandbox))
        return (sandbox, lines.all)
    }

    private func state(_ sandbox: Sandbox, _ alias: String = "default") throws -> JSONValue {
        try Visitor(sandbox: sandbox).get("/control/state?target=\(alias)").json()
    }

    @Test func `is the same again, ids too, on another port`() throws {
        let file = try #require(World.bundled.items[3].pictures.first?.file)
        let (sandbox, lines) = try record { visitor throws in
            #expect(visitor.post("/control/reset?target=fresh", [:]).status == 200)
            #expect(try visitor.create("A-1", in: "fresh") == 201)
            #expect(try visitor.upload("\(base)/images/I/\(file)", as: "a.jpg").status == 201)
        }
        let recording = try #require(try Recording(lines: lines, path: "f"))
        #expect(recording.accountSeed == 7)
        let restored = try makeSandbox(baseURL: "http://127.0.0.1:9090")
        try restored.restore(recording, path: "f")
        #expect(try state(restored) == state(sandbox))
        #expect(try state(restored, "fresh") == state(sandbox, "fresh"))
        #expect(
            try Visitor(sandbox: restored).get("/control/requests").json()["systems"]["plytix"]
                == ["requests": 0, "writes": 0])
        // The source is known under the new address.
        let again = try Visitor(sandbox: restored)
            .upload("http://127.0.0.1:9090/images/I/\(file)", as: "b.jpg")
        #expect(again.status == 409)
    }

    @Test func `keeps what changes something and nothing else`() throws {
        let (_, lines) = try record { visitor throws in
            let key = try visitor.key()
            _ = visitor.post("/api/v1/products/search", ["filters": []], headers: key)
            _ = visitor.get("/api/v1/products/none", headers: key)
            _ = visitor.post("/api/v1/products", ["sku": ""], headers: key)
            _ = visitor.post("/api/v1/products", ["sku": "A-1"], headers: key)
            _ = visitor.get("/control/state")
            _ = visitor.get("/images/I/none.jpg")
        }
        let paths = try lines.dropFirst(2).map { try JSONValue(parsing: $0)["path"] }
        #expect(paths == ["/auth/api/get-token", "/api/v1/products"])
    }

    @Test func `is refused when the options are others`() throws {
        let (_, lines) = try record { visitor throws in #expect(try visitor.create("A-1") == 201) }
        let recording = try #require(try Recording(lines: lines, path: "f"))
        let other = try makeSandbox(accountSeed: 8)
        let error = #expect(throws: SandboxError.self) { try other.restore(recording, path: "f") }
        #expect(error?.description.contains("is answered 401 now") == true)
    }

    @Test func `keeps bodies that are no text`() throws {
        let request = Request(
            .put, base + "/api/v1/assets/1/content", body: [0xFF, 0x00, 0xD8, 0x0A])
        let recorded = RecordedRequest(request, baseURL: base, status: 202, at: opening)
        let line = recorded.json.text
        #expect(RecordedRequest(json: try JSONValue(parsing: line)) == recorded)
        #expect(recorded.request(from: base, to: "http://127.0.0.1:1").body == request.body)
    }

    @Test(arguments: ["0", "zz", "0g"])
    func `takes no bytes from what is none`(text: String) {
        #expect(Hexadecimal.bytes(text) == nil)
    }

    @Test(arguments: [
        (["{}"], "the state in f cannot be used: it is not a file that a sandbox wrote"),
        (
            ["127.0.0.1 localhost"],
            "the state in f cannot be used: it is not a file that a sandbox wrote"
        ),
        (
            [Recording.header(seed: 1, accountSeed: 2), "{}"],
            "the state in f cannot be used: line 2 cannot be read"
        ),
    ])
    func `is not made of anything else`(lines: [String], sentence: String) {
        let error = #expect(throws: SandboxError.self) { try Recording(lines: lines, path: "f") }
        #expect(error?.description == sentence)
    }
}
