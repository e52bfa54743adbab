import HTTP
import HTTPTypes
import Synchronization
import Testing

@Suite struct `A picture that is kept` {
    private static let jpeg = Response(
        200, headers: [.contentType: "image/jpeg"], body: [0xFF, 0xD8, 0xFF])
    private static let url = "https://pictures.example.org/a.jpg"

    /// Fetches from a server that answers each URL, with names as they stand in a table.
    private static func fetch(
        _ url: String, names: [String: [String]] = ["pictures.example.org": ["8.8.8.8"]],
        rule: FetchRule = FetchRule(), server: Server = Server()
    ) async -> Result<PictureFetch.Fetched, PictureFetch.Failure> {
        await PictureFetch(
            transport: server, userAgent: "plysync/test", rule: rule, counter: RequestCounter()
        ) { host throws(NameResolutionError) in
            guard let found = names[host] else {
                throw NameResolutionError(host: host, reason: "Name or service not known")
            }
            return found.compactMap { IPAddress($0) }
        }.picture(at: url)
    }

    private static func reason(
        _ result: Result<PictureFetch.Fetched, PictureFetch.Failure>
    ) -> String? {
        if case .failure(let failure) = result { failure.reason } else { nil }
    }

    @Test func `is fetched from the address that was judged`() async throws {
        let server = Server()
        let result = await Self.fetch(Self.url, server: server)
        #expect(try result.get().bytes == [0xFF, 0xD8, 0xFF])
        #expect(server.asked == ["\(Self.url) at 8.8.8.8"])
    }

    @Test(arguments: [
        ["127.0.0.1"], ["10.1.2.3"], ["169.254.169.254"], ["::1"], ["8.8.8.8", "192.168.1.1"],
        ["::ffff:10.0.0.1"],
    ])
    func `is not fetched where any address of its host is inside`(found: [String]) async {
        let server = Server()
        let result = await Self.fetch(
            Self.url, names: ["pictures.example.org": found], server: server)
        #expect(Self.reason(result)?.hasSuffix("its address is not on the public internet") == true)
        #expect(server.asked == [])
    }

    @Test func `may be on this machine when the sandbox is on`() async throws {
        let names = ["pictures.example.org": ["127.0.0.1"]]
        let rule = FetchRule(allowsThisMachine: true)
        #expect(try await Self.fetch(Self.url, names: names, rule: rule).get().bytes.count == 3)
    }

    @Test func `of an unknown host says so`() async {
        #expect(
            Self.reason(await Self.fetch(Self.url, names: [:]))
                == "cannot find pictures.example.org: Name or service not known")
        #expect(
            Self.reason(await Self.fetch(Self.url, names: ["pictures.example.org": []]))
                == "its host has no address")
    }

    @Test func `comes from the next address when the first cannot be reached`() async throws {
        let names = ["pictures.example.org": ["2600::1", "8.8.8.8"]]
        let server = Server(unreachable: "2600:0:0:0:0:0:0:1")
        #expect(try await Self.fetch(Self.url, names: names, server: server).get().bytes.count == 3)
        #expect(server.asked.count == 2)
    }

    /// What the host's name stands for is asked again at each hop, and judged again.
    @Test(arguments: [
        ("https://[::ffff:169.254.169.254]/", "its address is not on the public internet"),
        ("https://127.0.0.1/", "its address is not on the public internet"),
        ("https://inside.example.org/", "its address is not on the public internet"),
        ("http://pictures.example.org/", "it is redirected to where the connection is not secure"),
        ("file:///etc/passwd", "it is redirected to where the connection is not secure"),
        ("//127.0.0.1/a", "it is redirected to where the connection is not secure"),
    ])
    func `is not fetched from where a redirect must not lead`(target: String, why: String) async {
        let server = Server(redirects: [Self.url: target])
        let names = ["pictures.example.org": ["8.8.8.8"], "inside.example.org": ["10.0.0.1"]]
        let result = await Self.fetch(Self.url, names: names, server: server)
        #expect(server.asked.count == 1, "\(server.asked)")
        #expect(Self.reason(result)?.hasSuffix(why) == true, "\(result)")
    }

    @Test func `is followed a few hops, and no further`() async throws {
        let next = "https://pictures.example.org"
        let server = Server(redirects: [Self.url: "/b", "\(next)/b": "\(next)/c"])
        #expect(try await Self.fetch(Self.url, server: server).get().bytes.count == 3)
        #expect(server.asked.last == "\(next)/c at 8.8.8.8")
        let circle = Server(redirects: [Self.url: Self.url])
        #expect(
            Self.reason(await Self.fetch(Self.url, server: circle))
                == "it is behind more than 3 redirects")
        #expect(circle.asked.count == 4)
    }

    /// Answers with a picture, a redirect, or not at all; remembers what it was asked, and where.
    private final class Server: Transport {
        private let redirects: [String: String]
        private let unreachable: String?
        private let seen = Mutex<[String]>([])

        init(redirects: [String: String] = [:], unreachable: String? = nil) {
            self.redirects = redirects
            self.unreachable = unreachable
        }

        var asked: [String] { seen.withLock { $0 } }

        func send(_ request: Request) async throws(TransportError) -> Response {
            let address = request.address?.text ?? "any"
            seen.withLock { $0.append("\(request.url) at \(address)") }
            if address == unreachable { throw .unreachable(host: address, reason: "no route") }
            guard let target = redirects[request.url] else { return jpeg }
            return Response(302, headers: [.location: target])
        }
    }
}
