import AmazonAPI
import Catalog
import HTTP
import HTTPTypes
import JSON
import Synchronization

/// A clock whose sleeps are over at once.
final class ImmediateClock: WallClock {
    private let time = Mutex(Instant(seconds: 1_772_352_000))

    var now: Instant { time.withLock { $0 } }

    func sleep(until instant: Instant) async throws(CancellationError) {
        time.withLock { $0 = max($0, instant) }
    }
}

/// Amazon as a test wants it: gives tokens, and hands all else to a closure.
final class ScriptedAmazon: Transport {
    private let answer: @Sendable (Request, Int) -> Response
    private let token: @Sendable (Int) -> Response
    private let sent = Mutex<[Request]>([])

    /// Both closures get the number of the request of their kind, from 1.
    init(
        token: @escaping @Sendable (Int) -> Response = { number in
            Response(200, json: ["access_token": .string("Atza|\(number)"), "expires_in": 3600])
        },
        _ answer: @escaping @Sendable (Request, Int) -> Response
    ) {
        self.token = token
        self.answer = answer
    }

    var requests: [Request] { sent.withLock { $0 } }
    var tokenRequests: [Request] { requests.filter { $0.method == .post } }
    var calls: [Request] { requests.filter { $0.method == .get } }

    func send(_ request: Request) async throws(TransportError) -> Response {
        sent.withLock { $0.append(request) }
        return request.method == .post
            ? token(tokenRequests.count) : answer(request, calls.count)
    }
}

func client(_ transport: any Transport, clock: ImmediateClock = ImmediateClock()) -> AmazonClient {
    let jitter = Jitter(SystemRandomNumberGenerator())
    return AmazonClient(
        credentials: AmazonCredentials(
            refreshToken: "Atzr|r+=", clientID: "id", clientSecret: "secret"),
        endpoints: AmazonEndpoints(region: .northAmerica),
        session: HTTPSession(
            transport: transport, clock: clock, governor: Governor(clock: clock, jitter: jitter),
            jitter: jitter, counter: RequestCounter(), userAgent: "plysync/test"))
}

/// The error that an operation throws; nil when it throws none.
func failure<Value>(_ body: () async throws(APIError) -> Value) async -> APIError? {
    do throws(APIError) {
        _ = try await body()
        return nil
    } catch {
        return error
    }
}

extension JSONValue {
    /// JSON of a literal that the test wrote.
    init(test text: String) throws { self = try JSONValue(parsing: text) }
}
