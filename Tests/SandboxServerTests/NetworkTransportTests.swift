import HTTP
import HTTPTypes
import NetworkTransport
import SandboxServer
import Testing

@Suite struct `The network` {
    /// A name that no server knows is reached all the same where its address was given.
    @Test func `connects to the address that a request names, and asks nobody for another`()
        async throws
    {
        try await ServedSandbox.with { served in
            let transport = NetworkTransport()
            let url = served.sandbox.baseURL.replacing("127.0.0.1", with: "pictures.example.org")
            var request = Request(.get, url + "/control/requests")
            for _ in 1...2 {
                request.address = IPAddress("127.0.0.1")
                let response = try await transport.send(request)
                #expect(response.status == 200)
            }
            await transport.shutdown()
        }
    }

    @Test func `keeps a few connections of hosts that were asked, and works for many`() async throws
    {
        try await ServedSandbox.with { served in
            let transport = NetworkTransport()
            for number in 1...12 {
                let url = served.sandbox.baseURL.replacing(
                    "127.0.0.1", with: "host\(number).example.org")
                var request = Request(.get, url + "/control/requests")
                request.address = IPAddress("127.0.0.1")
                let response = try await transport.send(request)
                #expect(response.status == 200)
            }
            await transport.shutdown()
        }
    }

    @Test func `finds the addresses of this machine by its name`() async throws {
        let found = try await SystemNames.resolve("localhost")
        let ours = ["127.0.0.1", "::1"].compactMap { IPAddress($0) }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { ours.contains($0) }, "\(found.map(\.text))")
    }
}
