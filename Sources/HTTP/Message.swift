package import HTTPTypes
package import JSON

/// A request as the transports carry it.
package struct Request: Sendable, Hashable {
    package var method: HTTPRequest.Method
    /// The whole URL, path and query already percent-encoded.
    package var url: String
    package var headers: HTTPFields
    package var body: [UInt8]
    /// How long the answer may take, from the moment when the request leaves.
    package var timeout: Duration
    /// What to connect to; nil for whatever the host's name stands for at that moment.
    ///
    /// A transport without connections has no use for it.
    package var address: IPAddress?

    package init(
        _ method: HTTPRequest.Method, _ url: String, headers: HTTPFields = [:], body: [UInt8] = [],
        timeout: Duration = .seconds(30)
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }

    /// A request whose body is JSON.
    package init(
        _ method: HTTPRequest.Method, _ url: String, json: JSONValue,
        timeout: Duration = .seconds(30)
    ) {
        self.init(
            method, url, headers: [.contentType: "application/json", .accept: "application/json"],
            body: json.bytes, timeout: timeout)
    }
}

/// An answer as the transports carry it.
package struct Response: Sendable, Hashable {
    package var status: Int
    package var headers: HTTPFields
    package var body: [UInt8]

    package init(_ status: Int, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer whose body is JSON.
    package init(_ status: Int, headers: HTTPFields = [:], json: JSONValue) {
        var headers = headers
        headers[.contentType] = "application/json"
        self.init(status, headers: headers, body: json.bytes)
    }

    /// The body as JSON; throws what is wrong with it.
    package func json() throws(JSONError) -> JSONValue { try JSONValue(parsing: body) }
}
