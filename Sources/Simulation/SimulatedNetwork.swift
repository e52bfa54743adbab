import AmazonSandbox
import Catalog
import HTTP
import PlytixSandbox

/// The way from a run to both remote systems, each request and each answer taking its time.
struct SimulatedNetwork: Sendable {
    let transport: any Transport
    private let routes: [String: InProcessTransport.Server]
    private let clock: any WallClock
    private static let latency = Duration.milliseconds(100)

    init(
        amazon: SandboxedAmazon, plytix: SandboxedPlytix, clock: any WallClock, watch: CrashWatch,
        onServed: @escaping @Sendable (Request, Response, Instant) -> Void = { _, _, _ in }
    ) {
        func watched(_ server: @escaping InProcessTransport.Server) -> InProcessTransport.Server {
            { request, now in
                let response = server(request, now)
                onServed(request, response, now)
                watch.arrived(request)
                watch.tell(.requestApplied, request.title)
                return response
            }
        }
        let amazonServer = watched { amazon.respond(to: $0, at: $1) }
        let plytixServer = watched { plytix.respond(to: $0, at: $1) }
        routes = [
            "sellingpartnerapi-na.amazon.com": amazonServer, "api.amazon.com": amazonServer,
            "m.media-amazon.com": amazonServer,
            "pim.plytix.com": plytixServer, "auth.plytix.com": plytixServer,
        ]
        self.clock = clock
        transport = WatchedTransport(
            transport: InProcessTransport(routes: routes, clock: clock, latency: Self.latency),
            watch: watch, clock: clock, latency: Self.latency)
    }

    /// Every host has one public address.
    let resolve: NameResolver = { _ in [IPAddress(bytes: [1, 1, 1, 1])].compactMap { $0 } }

    /// Lets a request arrive whose sender is dead, when its time has come; nobody gets the answer.
    func deliver(_ late: RequestUnderWay) async throws {
        try await clock.sleep(until: late.arrival)
        _ = routes[RequestTarget(late.request.url).authority]?(late.request, clock.now)
    }

    /// What Plytix gets when it fetches a picture by its URL.
    ///
    /// - `instead`: what it gets in place of what Amazon has there.
    static func files(
        of amazon: SandboxedAmazon,
        instead: @escaping @Sendable (String) -> FetchedFile? = { _ in nil }
    ) -> @Sendable (String) -> FetchedFile {
        { url in
            if let other = instead(url) { return other }
            return switch amazon.picture(at: url) {
            case .found(let bytes, let contentType): .file(bytes: bytes, contentType: contentType)
            case .notFound: .status(404)
            case .unknownHost: .unreachable
            }
        }
    }
}
