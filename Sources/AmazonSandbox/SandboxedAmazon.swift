package import Catalog
package import HTTP
import HTTPTypes
package import SandboxWorld
import Synchronization

/// Amazon's side of the sandbox: Login with Amazon, Catalog Items 2022-04-01 and picture files.
///
/// A pure core: an answer follows from the world, the configuration, the requests before and the
/// time that the caller gives. What it does and why stands in `amazon-catalog-items.md`, chapter 7
/// first; it knows nothing of our own clients, not to repeat their errors.
package final class SandboxedAmazon: Sendable {
    let configuration: Configuration
    private let stock: Mutex<Stock>
    private let state: Mutex<State>

    /// What Amazon has.
    private struct Stock: Sendable {
        let index: CatalogueIndex
        let pictures: PictureShelf

        init(_ world: World) {
            index = CatalogueIndex(world)
            pictures = PictureShelf(world)
        }
    }

    /// What changes from request to request.
    struct State: Sendable {
        var imagesURL: String
        var tokens: AccessTokens
        var buckets: [BucketKey: TokenBucket] = [:]
        var served: [ServedRequests.Key: Int] = [:]
        /// Requests so far: ids and ranking seeds follow from it.
        var requests: UInt64 = 0
    }

    /// Builds the search index: about a second for 20,000 items in a debug build.
    package init(world: World, configuration: Configuration = Configuration()) {
        self.configuration = configuration
        stock = Mutex(Stock(world))
        state = Mutex(
            State(
                imagesURL: Self.trimmed(configuration.imagesURL),
                tokens: AccessTokens(seed: configuration.seed, speed: configuration.speed)))
    }

    init(copying other: SandboxedAmazon) {
        configuration = other.configuration
        stock = Mutex(other.stock.withLock { $0 })
        state = Mutex(other.state.withLock { $0 })
    }

    /// What Amazon has from now on, in place of what it had.
    package func sell(_ world: World) {
        let new = Stock(world)
        stock.withLock { $0 = new }
    }

    var index: CatalogueIndex { stock.withLock(\.index) }
    private var pictures: PictureShelf { stock.withLock(\.pictures) }

    /// Sets where links to pictures lead from now on: `http://127.0.0.1:8080`.
    ///
    /// For a server that learns its port only after the sandbox is made.
    package func setImagesURL(_ url: String) {
        state.withLock { $0.imagesURL = Self.trimmed(url) }
    }

    /// How often each operation was answered with each status, in a fixed order.
    package func requestCounts() -> [ServedRequests] {
        let served = state.withLock { $0.served }
        return served.map { ServedRequests($0.key, count: $0.value) }.sorted()
    }

    /// The answer to one request that arrives at `now`.
    package func respond(to request: Request, at now: Instant) -> Response {
        let target = RequestTarget(request.url)
        let route = Route(request.method, target.components)
        let number = state.withLock { state in
            state.requests += 1
            return state.requests
        }
        var response = answer(to: request, target, route, Arrival(number: number, now: now))
        response.headers[.requestID] = RequestID.text(seed: configuration.seed, number: number)
        response.headers[.date] = HTTPDate.text(now)
        count(route, status: response.status)
        Onlooker.show(request, response)
        return response
    }

    /// When a request came, and as which one.
    struct Arrival {
        let number: UInt64
        let now: Instant
    }

    private func answer(
        to request: Request, _ target: RequestTarget, _ route: Route, _ arrival: Arrival
    ) -> Response {
        switch route {
        case .token:
            return state.withLock { state in
                LoginWithAmazon(sellers: configuration.sellers)
                    .respond(to: request, at: arrival.now, &state.tokens)
            }
        case .picture(let file):
            return pictures.respond(file: file, isHead: request.method == .head)
        case .search, .item:
            return catalogue(request, target, route, arrival)
        case .unknown:
            // The gateway does not tell a wrong path from a missing token (2.6).
            return Refusal.missingAuthenticationToken.response(rate: nil)
        }
    }

    // MARK: The catalogue

    private func catalogue(
        _ request: Request, _ target: RequestTarget, _ route: Route, _ arrival: Arrival
    ) -> Response {
        if RawBrackets.stand(in: request.url) { return RawBrackets.response }
        do throws(Refusal) {
            try RequestForm.check(request)
            let imagesURL = try admit(request, route, at: arrival.now)
            if let (status, body) = try configuration.examples.answer(route, target) {
                return Response(status, headers: [.rateLimit: rate], json: body)
            }
            let context = AnswerContext(
                index: index, quirks: configuration.quirks, imagesURL: imagesURL,
                seed: configuration.seed, speed: configuration.speed, number: arrival.number,
                now: arrival.now)
            let body =
                if case .item(let asin) = route {
                    try GetItem.answer(asin: asin, target, context)
                } else {
                    try SearchItems.answer(target, context)
                }
            return Response(
                200, headers: [.contentType: "application/json", .rateLimit: rate], body: body)
        } catch {
            return error.response(rate: rate)
        }
    }

    /// Lets the request in, or says why not; gives where pictures are just now.
    private func admit(
        _ request: Request, _ route: Route, at now: Instant
    ) throws(Refusal) -> String {
        let result = state.withLock { state -> Result<String, Refusal> in
            let seller: String
            switch state.tokens.holder(of: request.headers[.accessToken], at: now) {
            case .success(let holder): seller = holder
            case .failure(let refusal): return .failure(refusal)
            }
            let known = configuration.sellers.first { $0.id == seller }
            guard known?.mayReadCatalogue == true else {
                return .failure(.accessDenied(details: ""))
            }
            let key = BucketKey(seller: seller, operation: route.operation)
            var bucket = state.buckets[key] ?? TokenBucket(full: configuration.burst, at: now)
            let isIn = bucket.take(
                at: now, perSecond: configuration.requestsPerSecond, burst: configuration.burst)
            state.buckets[key] = bucket
            return isIn ? .success(state.imagesURL) : .failure(.quotaExceeded)
        }
        return try result.get()
    }

    /// What the header says: `2.0`.
    private var rate: String { "\(configuration.requestsPerSecond)" }

    // MARK: Pictures

    /// What is behind a picture's URL, for another server of this process that fetches by URL.
    ///
    /// Counted like a request for the file.
    package func picture(at url: String) -> PictureAnswer {
        let imagesURL = state.withLock { $0.imagesURL }
        let target = RequestTarget(url)
        let host = RequestTarget(imagesURL)
        guard target.scheme == host.scheme, target.authority == host.authority else {
            return .unknownHost
        }
        guard case .picture(let file) = Route(.get, target.components),
            let found = pictures.file(named: file)
        else {
            count(.picture(file: ""), status: 404)
            return .notFound
        }
        count(.picture(file: file), status: 200)
        return .found(bytes: found.bytes, contentType: found.contentType)
    }

    private func count(_ route: Route, status: Int) {
        let key = ServedRequests.Key(
            system: route.system, operation: route.operation, status: status)
        state.withLock { $0.served[key, default: 0] += 1 }
    }

    private static func trimmed(_ url: String) -> String {
        var url = url
        while url.hasSuffix("/") { url.removeLast() }
        return url
    }
}
