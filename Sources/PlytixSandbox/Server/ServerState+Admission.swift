import Catalog
import HTTP
import HTTPTypes
import JSON

extension ServerState {
    /// Looks at everything that is the same for all operations: path, token, limits, rights,
    /// size and form of the body.
    mutating func admit(_ request: Request, _ target: RequestTarget, at now: Instant) -> Step {
        if target.path.count > 1, target.path.hasSuffix("/") {
            return .done(redirect(request.url, target, at: now))
        }
        let found = Router.find(request.method, target.components)
        let account = holder(of: request.headers[.authorization], at: now)
        let version: APIVersion = target.components.dropFirst().first == "v2" ? .v2 : .v1
        if let account, let response = limited(account, version, at: now) {
            return .done(counted(response, found, account, at: now))
        }
        switch found {
        case .unknown:
            return .done(counted(Refusal.noSuchPath.response, found, account, at: now))
        case .wrongMethod(let allowed):
            var response = Refusal.wrongMethod.response
            response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
            return .done(counted(response, found, account, at: now))
        case .route(let route, let parameters):
            guard let account else {
                let refusal = unauthorized(request.headers[.authorization])
                return .done(counted(refusal.response, found, nil, at: now))
            }
            return enter(route, parameters, account, request, target, at: now)
        }
    }

    private mutating func enter(
        _ route: Route, _ parameters: [String: String], _ account: Int, _ request: Request,
        _ target: RequestTarget, at now: Instant
    ) -> Step {
        do throws(Refusal) {
            guard route.handler != nil else { throw .notServed }
            guard request.body.count <= configuration.bodyBytesMax else { throw .tooLarge }
            let needed: Permission = route.isWrite ? route.permission : .read
            guard accounts[account].configuration.permissions.contains(needed) else {
                throw .forbidden
            }
            let call = Call(
                version: route.version, settings: configuration, now: now, target: target,
                contentType: request.headers[.contentType] ?? "", bytes: request.body,
                body: try Self.object(request.body, route.body), parameters: parameters)
            if route.operation == Assets.createOperation,
                let url = Assets.urlToFetch(call, accounts[account])
            {
                return .fetch(url, Admission(route: route, account: account, call: call))
            }
            return .done(handle(route, account, call))
        } catch {
            return .done(
                counted(
                    error.response, route.operation, isWrite: route.isWrite, account: account,
                    at: now))
        }
    }

    private static func object(
        _ bytes: [UInt8], _ form: Route.Body
    ) throws(Refusal) -> JSONObject {
        switch form {
        case .ignored, .raw: return JSONObject()
        case .jsonOrNothing where bytes.isEmpty: return JSONObject()
        case .json, .jsonOrNothing: break
        }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .undecodable(error, in: bytes)
        }
        guard let object = value.object else { throw .notUnderstood }
        return object
    }

    /// A URL with a trailing slash is redirected; clients lose the token on the way
    /// (`plytix-api.md`, section 1).
    private mutating func redirect(
        _ url: String, _ target: RequestTarget, at now: Instant
    ) -> Response {
        let query = url.firstIndex(of: "?").map { String(url[$0...]) } ?? ""
        let path = String(target.path.reversed().drop { $0 == "/" }.reversed())
        let location = configuration.baseURL + path + query
        return counted(
            Response(301, headers: [.location: location]), "redirect", isWrite: false, at: now)
    }

    private mutating func counted(
        _ response: Response, _ found: Router.Result, _ account: Int?, at now: Instant
    ) -> Response {
        if case .route(let route, _) = found {
            return counted(
                response, route.operation, isWrite: route.isWrite, account: account, at: now)
        }
        return counted(response, "unknown", isWrite: false, account: account, at: now)
    }
}
