package import AmazonSandbox
package import Catalog
package import HTTP
internal import HTTPTypes
internal import JSON
package import PlytixSandbox
internal import SandboxFaults
internal import SandboxWorld

/// The whole sandbox as a value to ask: both remote systems on one base URL, wired together, with
/// the control interface and a fault plan; no sockets, no clock.
///
/// Plytix fetches pictures from Amazon's side directly. There are two accounts: `default` holds
/// the world's canonical products and what somebody uploaded before, `fresh` nothing.
package struct Sandbox: Sendable {
    /// Scheme, host and port that everything is served under: `http://127.0.0.1:8080`.
    package let baseURL: String
    package let amazon: SandboxedAmazon
    package let plytix: SandboxedPlytix
    let world: World
    let faults: FaultDesk
    /// What writes down the changes of the accounts; nil for nothing.
    package var recorder: RequestRecorder?

    /// The aliases of the Plytix accounts.
    package static let aliases = ["default", "fresh"]

    /// Builds both sides: about a second for 20,000 ASINs in a debug build.
    ///
    /// From `accountSeed` follow the ids of the Plytix accounts, beside the options' seed: another
    /// number, other accounts.
    package init(_ blueprint: Blueprint, baseURL: String, accountSeed: UInt64) {
        let options = blueprint.options
        self.baseURL = baseURL
        world = blueprint.world
        faults = FaultDesk(options.faults)
        amazon = SandboxedAmazon(
            world: blueprint.world,
            configuration: .init(
                imagesURL: baseURL, speed: options.speed, quirks: blueprint.amazonQuirks,
                seed: options.seed, examples: blueprint.examples))
        let fetcher = PictureFetcher(baseURL: baseURL, amazon: amazon)
        plytix = SandboxedPlytix(
            accounts: Self.accounts(blueprint, baseURL: baseURL, accountSeed: accountSeed),
            configuration: .init(
                quirks: blueprint.plytixQuirks, seed: options.seed, speed: options.speed,
                baseURL: baseURL, filesURL: baseURL, searchLag: options.searchLag,
                bodyBytesMax: Self.bodyBytesMax),
            fetch: { fetcher.fetch($0) })
        fetcher.serve(filesOf: plytix)
    }

    /// The largest body that is read; a larger one gets a 413.
    package static let bodyBytesMax = 16 << 20

    /// Answers one request that arrives at `now`, as if no fault plan were there.
    package func respond(to request: Request, at now: Instant) -> Response {
        let path = RequestTarget(request.url).components
        guard let recorder, RequestRecorder.concerns(request, path) else {
            return answer(request, path, at: now)
        }
        return recorder.answer(request, at: now) { answer($0, path, at: now) }
    }

    private func answer(_ request: Request, _ path: [String], at now: Instant) -> Response {
        let system = SandboxSystem(path: path)
        // Plytix has its own words for a body that is too large.
        if system != .plytix, request.body.count > Self.bodyBytesMax {
            return FaultAnswer(system: system).response(413, body: .json, pause: .absent, at: now)
        }
        switch system {
        case .amazon, .lwa, .images: return amazon.respond(to: request, at: now)
        case .plytix: return plytixAnswer(to: request, path, at: now)
        case .control, .none: return ControlInterface(sandbox: self).respond(to: request, path)
        }
    }

    private func plytixAnswer(
        to request: Request, _ path: [String], at now: Instant
    ) -> Response {
        guard request.method == .head, path.starts(with: ["api", "v1.1"]) else {
            return plytix.respond(to: request, at: now)
        }
        // The length of a file stands in the answer to HEAD too.
        var wanted = request
        wanted.method = .get
        var response = plytix.respond(to: wanted, at: now)
        response.headers[.contentLength] = "\(response.body.count)"
        response.body = []
        return response
    }
}
