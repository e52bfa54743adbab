internal import Catalog
internal import HTTP
internal import HTTPTypes
internal import JSON

/// A request that changed an account, or gave out a token that such a request needs, with the
/// status of its answer: one line of a state file.
struct RecordedRequest: Sendable, Hashable {
    let at: Instant
    let status: Int
    /// The URL from its path on.
    let path: String
    let method: HTTPRequest.Method
    /// Those that an answer depends on.
    let authorization: String?
    let contentType: String?
    let body: [UInt8]

    /// Keeps a request whose URL begins with `baseURL`.
    init(_ request: Request, baseURL: String, status: Int, at now: Instant) {
        at = now
        self.status = status
        path = String(request.url.dropFirst(baseURL.count))
        method = request.method
        authorization = request.headers[.authorization]
        contentType = request.headers[.contentType]
        body = request.body
    }

    /// The request as it would be sent now, when everything is served under another URL; text in
    /// the body that names the former one is changed with it.
    func request(from formerURL: String, to baseURL: String) -> Request {
        var headers = HTTPFields()
        headers[.authorization] = authorization
        headers[.contentType] = contentType
        var body = body
        if formerURL != baseURL, let text = String(validating: body, as: UTF8.self) {
            body = Array(text.replacing(formerURL, with: baseURL).utf8)
        }
        return Request(method, baseURL + path, headers: headers, body: body)
    }
}

extension RecordedRequest {
    var json: JSONValue {
        var object = JSONObject([
            ("at", JSONValue(at.microseconds)), ("status", JSONValue(status)),
            ("method", JSONValue(method.rawValue)), ("path", JSONValue(path)),
        ])
        object["authorization"] = authorization.map { JSONValue($0) }
        object["content_type"] = contentType.map { JSONValue($0) }
        if let text = String(validating: body, as: UTF8.self) {
            object["body"] = JSONValue(text)
        } else {
            object["bytes"] = JSONValue(Hexadecimal.text(body))
        }
        return .object(object)
    }

    /// Nil when the line is not what `json` writes.
    init?(json: JSONValue) {
        guard let at = json["at"].int, let status = json["status"].int,
            let path = json["path"].string,
            let method = json["method"].string.flatMap({ HTTPRequest.Method($0) }),
            let body = json["body"].string.map({ Array($0.utf8) })
                ?? json["bytes"].string.flatMap(Hexadecimal.bytes)
        else { return nil }
        self.at = Instant(microseconds: at)
        self.status = status
        self.path = path
        self.method = method
        self.body = body
        authorization = json["authorization"].string
        contentType = json["content_type"].string
    }
}
