package import Catalog
package import HTTP
internal import HTTPTypes
package import SandboxFaults

// One request under the fault plan, in the steps that a server takes: decide, wait, carry out,
// wait, send. Waiting is the server's, since only it has a clock.

extension Sandbox {
    /// What goes wrong with a request, decided once for each that arrives; nil for nothing.
    package func decideFault(for request: Request) -> Fault? { faults.decide(request) }

    /// Carries a request out, or not, and tells what is to be sent.
    package func react(to request: Request, under fault: Fault?, at now: Instant) -> Reaction {
        switch fault?.kind {
        case nil, .some(.none): return .answer(respond(to: request, at: now))
        case .dropBefore: return .drop
        case .dropAfter:
            _ = respond(to: request, at: now)
            return .drop
        case .answer(let status, let body, let pause, let isApplied):
            if isApplied { _ = respond(to: request, at: now) }
            let system = SandboxSystem(path: RequestTarget(request.url).components)
            return .answer(
                FaultAnswer(system: system).response(status, body: body, pause: pause, at: now))
        case .cut(let bytes):
            let response = respond(to: request, at: now)
            guard !response.body.isEmpty else { return .drop }
            return .cut(response, bodyBytes: min(bytes, response.body.count - 1))
        case .brokenJSON: return .answer(respond(to: request, at: now).broken)
        case .twice:
            let response = respond(to: request, at: now)
            _ = respond(to: request, at: now)
            return .answer(response)
        }
    }
}
