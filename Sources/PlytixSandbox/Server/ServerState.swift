import Catalog
import HTTP
import HTTPTypes
import JSON

/// Everything that changes while the sandbox runs; its owner guards it.
struct ServerState: Sendable {
    var configuration: SandboxedPlytix.Configuration
    var accounts: [Account]
    /// The tokens that are out.
    var tokens: [String: IssuedToken] = [:]
    /// The token endpoint's own limit: 8 a second (`plytix-api.md`, section 2).
    var tokenWindow: Window
    var identifiers: Identifiers
    var counts: [CountKey: Int] = [:]

    struct CountKey: Hashable, Sendable {
        let target: String?
        let operation: String
        let status: Int
        let isWrite: Bool
    }

    /// What a request needs next.
    enum Step {
        case done(Response)
        /// The file behind this URL; then `finish`.
        case fetch(String, Admission)
    }

    /// A request that was let in and waits for a file.
    struct Admission: Sendable {
        let route: Route
        let account: Int
        let call: Call
    }

    init(accounts: [AccountConfiguration], configuration: SandboxedPlytix.Configuration) {
        self.configuration = configuration
        identifiers = Identifiers(seed: configuration.seed, salt: "tokens")
        tokenWindow = Window(
            requestsMax: Windows.scaled(8, by: configuration.speed), length: .seconds(1))
        self.accounts = accounts.map { account in
            var state = Account(account, settings: configuration)
            state.seed(at: configuration.openedAt)
            return state
        }
    }

    mutating func begin(_ request: Request, at now: Instant) -> Step {
        let target = RequestTarget(request.url)
        if let response = serveFile(request, target) { return .done(response) }
        if target.path == "/auth/api/get-token" {
            return .done(counted(issueToken(request, at: now), "getToken", isWrite: false, at: now))
        }
        return admit(request, target, at: now)
    }

    /// Goes on with a request when the file that it needs is there, or is known to be absent.
    mutating func finish(_ admission: Admission, with file: FetchedFile) -> Response {
        var call = admission.call
        call.file = file
        return handle(admission.route, admission.account, call)
    }

    /// Lets the route's handler answer, and counts the answer.
    mutating func handle(_ route: Route, _ account: Int, _ call: Call) -> Response {
        accounts[account].catchUp(at: call.now)
        let response: Response
        do throws(Refusal) {
            guard let handler = route.handler else { throw .notServed }
            response = try handler(call, &accounts[account]).response
        } catch {
            response = error.response
        }
        return counted(
            response, route.operation, isWrite: route.isWrite, account: account, at: call.now)
    }

    /// Counts an answer and dates it.
    mutating func counted(
        _ response: Response, _ operation: String, isWrite: Bool, account: Int? = nil,
        at now: Instant
    ) -> Response {
        let key = CountKey(
            target: account.map { accounts[$0].configuration.alias }, operation: operation,
            status: response.status, isWrite: isWrite)
        counts[key, default: 0] += 1
        var dated = inOtherWords(response)
        dated.headers[.date] = now.httpDate
        return dated
    }
}
