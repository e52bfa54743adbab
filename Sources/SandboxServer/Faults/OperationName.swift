internal import AmazonSandbox
internal import Catalog
internal import HTTP
internal import PlytixSandbox
internal import SandboxFaults
internal import SandboxWorld

/// What a request is for, in the words of the system that serves it.
struct OperationName: Sendable, Hashable {
    let system: SandboxSystem
    let operation: String
    let isWrite: Bool

    /// Asks a sandbox that holds nothing and lets nobody in.
    ///
    /// It refuses the request, and its counts tell what it took it for: so there is one table of
    /// operations, the system's own.
    init(of request: Request) {
        let system = SandboxSystem(path: RequestTarget(request.url).components)
        // Without a body, which may be long and says nothing about the operation.
        let bare = Request(request.method, request.url)
        let opening = Instant(seconds: 0)
        switch system {
        case .amazon, .lwa, .images:
            let sandbox = SandboxedAmazon(world: World())
            _ = sandbox.respond(to: bare, at: opening)
            let served = sandbox.requestCounts().first
            self.init(system, served?.operation, isWrite: false)
        case .plytix:
            let sandbox = SandboxedPlytix(accounts: []) { _ in .unreachable }
            _ = sandbox.respond(to: bare, at: opening)
            let served = sandbox.requestCounts().first
            self.init(system, served?.operation, isWrite: served?.isWrite ?? false)
        case .control, .none: self.init(system, nil, isWrite: false)
        }
    }

    private init(_ system: SandboxSystem, _ operation: String?, isWrite: Bool) {
        self.system = system
        // Plytix does not count the files of assets.
        self.operation = operation ?? (system == .plytix ? "getFile" : "unknown")
        self.isWrite = isWrite
    }
}
