import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxFaults
import Simulation
import Synchronization

/// The network of one stage: loses, doubles, delays and falsifies requests and answers by the
/// stage's plan, and lets incidents happen at their requests.
final class HostileTransport: Transport {
    private let transport: any Transport
    private let time: SimulatedTime
    private let plan: FaultPlan
    private let incidents: [Int: [Incident]]
    /// Lets an incident happen that is not the network's.
    private let happen: @Sendable (Incident) -> Void
    /// Whether Plytix takes long to fetch the picture that a body names.
    private let isSlow: @Sendable (String) -> Bool
    private let state: Mutex<State>

    private struct State {
        var number = 0
        var progress: FaultPlan.Progress
        var isDead = false
        /// Requests to come that find no connection.
        var unreachable = 0
        var lostUploads: [String: Int] = [:]
        /// When somebody pressed Ctrl-C, and what left after that.
        var interruptedAt: Instant?
        var departures = 0
        var refusals: [Refused] = []
        var violations = 0
        /// Links of assets under way, by the product's path.
        var linking: Set<String> = []
        var crowding = 0
    }

    /// A 429 that the client saw, and until when it is to wait.
    struct Refused: Sendable {
        let seenAt: Instant
        let until: Instant
    }

    init(
        _ transport: any Transport, time: SimulatedTime, stage: Trial.Stage,
        happen: @escaping @Sendable (Incident) -> Void,
        isSlow: @escaping @Sendable (String) -> Bool
    ) {
        self.transport = transport
        self.time = time
        plan = stage.faults
        incidents = Dictionary(grouping: stage.incidents, by: \.request).mapValues {
            $0.map(\.incident)
        }
        self.happen = happen
        self.isSlow = isSlow
        state = Mutex(State(progress: FaultPlan.Progress(stage.faults)))
    }

    /// When somebody pressed Ctrl-C; nil when nobody did.
    var interruptedAt: Instant? { state.withLock(\.interruptedAt) }
    /// Requests that left later than that.
    var departures: Int { state.withLock(\.departures) }
    /// Uploads that may have been carried out, more than the client was told, by file name.
    var lostUploads: [String: Int] { state.withLock(\.lostUploads) }
    /// Requests that left although a 429 had asked to wait.
    var impatience: Int { state.withLock(\.violations) }
    /// Links of assets that left while another link of the same product was under way.
    var crowding: Int { state.withLock(\.crowding) }
    /// The requests that came by.
    var count: Int { state.withLock(\.number) }

    func send(_ request: Request) async throws(TransportError) -> Response {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        for incident in incidents[number] ?? [] { take(incident) }
        let host = RequestTarget(request.url).authority
        let (isDead, isUnreachable) = state.withLock { state in
            let isUnreachable = state.unreachable > 0
            if isUnreachable { state.unreachable -= 1 }
            return (state.isDead, isUnreachable)
        }
        if isDead { throw .cancelled(sent: false) }
        noteDeparture()
        if isUnreachable { throw .unreachable(host: host, reason: "no connection") }
        notice(request)
        let subject = FaultSubject(
            system: host.hasSuffix("plytix.com") ? "plytix" : "amazon", operation: "",
            method: request.method, path: RequestTarget(request.url).path, body: request.body)
        let fault = state.withLock { plan.decide(subject, &$0.progress) }
        let link = request.assetLinkPath
        if let link {
            state.withLock { if !$0.linking.insert(link).inserted { $0.crowding += 1 } }
        }
        defer { if let link { _ = state.withLock { $0.linking.remove(link) } } }
        let response = try await carry(
            request, under: fault ?? usual(for: request), host: host)
        // What comes back to a dead process is nobody's.
        if state.withLock({ $0.isDead }) {
            noteLost(request)
            throw .cancelled(sent: true)
        }
        learn(response, host: host)
        return response
    }

    /// What happens to a request where the plan does not say.
    private func usual(for request: Request) -> Fault {
        guard request.isUpload, isSlow(String(decoding: request.body, as: UTF8.self)) else {
            return Fault(.none)
        }
        return Fault(.none, delay: Self.slow)
    }

    /// Longer than an upload waits for its answer, and within H.
    private static let slow = Duration.seconds(75)

    private func take(_ incident: Incident) {
        switch incident {
        case .death: state.withLock { $0.isDead = true }
        case .unreachable(let requests): state.withLock { $0.unreachable += requests }
        case .interruption:
            let now = time.now
            state.withLock { $0.interruptedAt = $0.interruptedAt ?? now }
        default: break
        }
        happen(incident)
    }

    // MARK: The way there and back

    private func carry(
        _ request: Request, under fault: Fault, host: String
    ) async throws(TransportError) -> Response {
        if isDoubtful(fault, request.timeout) { noteLost(request) }
        let travel = fault.delay + fault.answerDelay + Self.travel
        guard travel < request.timeout else {
            // The client gives up; the request goes on without it.
            let (transport, time) = (transport, time)
            Task(executorPreference: time) {
                do { try await time.sleep(for: fault.delay) } catch {}
                _ = try? await Self.arrive(request, fault, transport)
            }
            try await wait(request.timeout)
            throw .lost(host: host, reason: "no answer in time")
        }
        try await wait(fault.delay)
        let response = try await react(request, fault, host: host)
        try await wait(fault.answerDelay)
        return response
    }

    private func noteLost(_ request: Request) {
        guard let file = request.uploadedFile else { return }
        state.withLock { $0.lostUploads[file, default: 0] += 1 }
    }

    /// Counts a request that leaves when no new one should: what had begun to leave takes no time.
    private func noteDeparture() {
        let now = time.now
        state.withLock { state in
            if let stop = state.interruptedAt, now > stop { state.departures += 1 }
        }
    }

    /// Whether the server may have done what the client is not told of.
    private func isDoubtful(_ fault: Fault, _ timeout: Duration) -> Bool {
        if fault.delay + fault.answerDelay + Self.travel >= timeout { return true }
        switch fault.kind {
        case .none, .dropBefore: return false
        case .answer(_, _, _, let isApplied): return isApplied
        case .dropAfter, .cut, .brokenJSON, .twice: return true
        }
    }

    /// More than what the in-process transport takes for both ways.
    private static let travel = Duration.milliseconds(300)

    private func react(
        _ request: Request, _ fault: Fault, host: String
    ) async throws(TransportError) -> Response {
        switch fault.kind {
        case .none: return try await transport.send(request)
        case .answer(let status, let body, let pause, let isApplied):
            if isApplied { _ = try await transport.send(request) }
            let system = SandboxSystem(path: RequestTarget(request.url).components)
            return FaultAnswer(system: system)
                .response(status, body: body, pause: pause, at: time.now)
        case .dropBefore: throw .lost(host: host, reason: "the connection was closed")
        case .dropAfter, .cut:
            _ = try await transport.send(request)
            throw .lost(host: host, reason: "the connection was closed")
        case .brokenJSON: return try await transport.send(request).broken
        case .twice:
            let response = try await transport.send(request)
            _ = try await transport.send(request)
            return response
        }
    }

    /// The request arrives with nobody waiting for its answer.
    private static func arrive(
        _ request: Request, _ fault: Fault, _ transport: any Transport
    ) async throws {
        switch fault.kind {
        case .dropBefore, .answer(_, _, _, isApplied: false): return
        case .twice:
            _ = try await transport.send(request)
            _ = try await transport.send(request)
        default: _ = try await transport.send(request)
        }
    }

    private func wait(_ duration: Duration) async throws(TransportError) {
        guard duration > .zero else { return }
        do throws(CancellationError) {
            try await time.sleep(for: duration)
        } catch {
            throw .cancelled(sent: true)
        }
    }

    // MARK: Patience

    /// Counts a request that leaves for Plytix' interface before a 429 allowed it.
    private func notice(_ request: Request) {
        guard request.isOfPlytixInterface else { return }
        let now = time.now
        state.withLock { state in
            if state.refusals.contains(where: { $0.seenAt + .seconds(2) < now && now < $0.until }) {
                state.violations += 1
            }
        }
    }

    private func learn(_ response: Response, host: String) {
        guard response.status == 429, host == "pim.plytix.com",
            let delay = RetryAfterReading.seconds(response, now: time.now)
        else { return }
        let now = time.now
        state.withLock {
            $0.refusals.append(Refused(seenAt: now, until: now + .seconds(delay)))
        }
    }
}

extension Request {
    /// The file name that an upload asks for; nil for other requests.
    var uploadedFile: String? {
        isUpload ? (try? JSONValue(parsing: body))?["filename"].string : nil
    }
    var isUpload: Bool { method == .post && url.hasSuffix("/api/v1/assets") }
    /// The path of a request that links an asset to a product; nil for others.
    var assetLinkPath: String? {
        let parts = RequestTarget(url).components
        return method == .post && parts.count == 5 && parts[2] == "products"
            && parts[4] == "assets" ? parts.joined(separator: "/") : nil
    }
    var isOfPlytixInterface: Bool { url.contains("//pim.plytix.com/") }
}

/// Reads whole and decimal seconds; dates are rounded by servers and say too little.
enum RetryAfterReading {
    static func seconds(_ response: Response, now: Instant) -> Double? {
        response.headers[.retryAfter].flatMap(Double.init)
    }
}
