internal import Catalog
internal import HTTP
internal import HTTPTypes
internal import HummingbirdCore
internal import SandboxFaults
internal import Synchronization

/// Where requests of all connections arrive: takes each through the sandbox and its fault plan.
final class ReceptionDesk: Sendable {
    private let clock: any WallClock
    /// Nil until the port is known; nothing is served before.
    private let sandbox = Mutex<Sandbox?>(nil)

    init(clock: some WallClock) { self.clock = clock }

    func open(_ sandbox: Sandbox) { self.sandbox.withLock { $0 = sandbox } }

    /// Answers one request; throws to close the connection.
    func serve(
        _ request: HummingbirdCore.Request, _ writer: consuming ResponseWriter
    ) async throws {
        guard let sandbox = sandbox.withLock({ $0 }) else {
            throw ReactionWriter.ConnectionDropped()
        }
        if request.headers[.expect]?.lowercased() == "100-continue" {
            try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
        let arrived = try await RequestReader.read(
            request, baseURL: sandbox.baseURL, bytesMax: Sandbox.bodyBytesMax)
        let fault = sandbox.decideFault(for: arrived)
        if let delay = fault?.delay, delay > .zero { try await clock.sleep(for: delay) }
        let now = clock.now
        let reaction = sandbox.react(to: arrived, under: fault, at: now).dated(now)
        if let delay = fault?.answerDelay, delay > .zero { try await clock.sleep(for: delay) }
        try await ReactionWriter.write(reaction, isHead: request.method == .head, to: writer)
    }
}

extension Reaction {
    /// The reaction with a date in its answer, where there is none.
    fileprivate func dated(_ now: Instant) -> Reaction {
        guard case .answer(var response) = self, response.headers[.date] == nil else { return self }
        response.headers[.date] = HTTPDate.written(now)
        return .answer(response)
    }
}
