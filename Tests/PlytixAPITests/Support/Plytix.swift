import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixAPI
import Synchronization

/// A clock whose sleeps are over at once.
final class ImmediateClock: WallClock {
    private let time = Mutex(Instant(seconds: 1_772_352_000))

    var now: Instant { time.withLock { $0 } }

    func sleep(until instant: Instant) async throws(CancellationError) {
        time.withLock { $0 = max($0, instant) }
    }
}

/// Plytix as a test wants it: gives tokens, and hands all else to a closure.
final class ScriptedPlytix: Transport {
    private let answer: @Sendable (Request, Int) -> Response
    private let token: @Sendable (Int) -> Response
    private let sent = Mutex<[Request]>([])

    /// Both closures get the number of the request of their kind, from 1.
    init(
        token: @escaping @Sendable (Int) -> Response = { Response(200, json: .token($0)) },
        _ answer: @escaping @Sendable (Request, Int) -> Response
    ) {
        self.token = token
        self.answer = answer
    }

    /// Answers with one body whatever comes.
    convenience init(_ status: Int, _ body: String = "") {
        self.init { _, _ in Response(status, body: Array(body.utf8)) }
    }

    var requests: [Request] { sent.withLock { $0 } }
    var tokenRequests: [Request] { requests.filter { $0.url.hasSuffix("/get-token") } }
    var calls: [Request] { requests.filter { !$0.url.hasSuffix("/get-token") } }

    func send(_ request: Request) async throws(TransportError) -> Response {
        sent.withLock { $0.append(request) }
        return request.url.hasSuffix("/get-token")
            ? token(tokenRequests.count) : answer(request, calls.count)
    }
}

extension JSONValue {
    /// The answer of the token endpoint.
    static func token(_ number: Int, claims: JSONValue = plainClaims) -> JSONValue {
        let text = "e30." + base64URL(claims.bytes) + ".signature\(number)"
        return ["data": [["access_token": .string(text), "refresh_token": "opaque"]]]
    }

    static let plainClaims: JSONValue = [
        "iat": 1_772_352_000, "exp": 1_772_352_900,
        "account": [
            "id": "5c4ed8002f0985001d233274",
            "rate_limit": [
                ["limit": 1000, "window_size": 10], ["limit": 50_000, "window_size": 3600],
            ],
        ],
    ]

    static func base64URL(_ bytes: [UInt8]) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let group = (0..<3).map { index + $0 < bytes.count ? Int(bytes[index + $0]) : 0 }
            let bits = group[0] << 16 | group[1] << 8 | group[2]
            for digit in 0..<min(4, bytes.count - index + 1) {
                text.append(alphabet[bits >> (18 - 6 * digit) & 63])
            }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// JSON of a literal that the test wrote.
    init(test text: String) throws { self = try JSONValue(parsing: text) }
}

func client(
    _ transport: any Transport, clock: ImmediateClock = ImmediateClock(),
    governor: Governor? = nil, counter: RequestCounter = RequestCounter()
) -> PlytixClient {
    let jitter = Jitter(SystemRandomNumberGenerator())
    return PlytixClient(
        credentials: PlytixCredentials(key: "key", password: "pass"),
        endpoints: PlytixEndpoints(),
        session: HTTPSession(
            transport: transport, clock: clock,
            governor: governor ?? Governor(clock: clock, jitter: jitter), jitter: jitter,
            counter: counter, userAgent: "plysync/test"), alias: "default")
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

/// A request as one line: method, URL behind the host, body.
func line(_ request: Request) -> String {
    let url = request.url.replacing("https://pim.plytix.com", with: "")
    let body = String(decoding: request.body, as: UTF8.self)
    return "\(request.method.rawValue) \(url)" + (body.isEmpty ? "" : " \(body)")
}
