import HTTPTypes
import JSON

/// Takes out of a refusal what it repeats of the request's secrets, before anybody shows or records
/// it: some servers, and things before them, quote the request in their errors.
///
/// The secrets are those that the request carried: its token, or the credentials that it asked for
/// one with. A success is left as it is, since its values are what was asked for.
package struct EchoPolicy: Policy {
    package init() {}

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        let response = try await next(call)
        guard !(200..<300).contains(response.status) else { return response }
        let patterns = Self.patterns(of: Self.secrets(of: call))
        return patterns.isEmpty ? response : Self.without(patterns, response)
    }

    static func secrets(of call: Call) -> [String] {
        let request = call.request
        let headers = [HTTPField.Name("x-amz-access-token"), .authorization]
            .compactMap { $0.flatMap { request.headers[$0] } }
        var secrets = headers.flatMap { $0.split(separator: " ") }.map(String.init)
            .filter { $0 != "Bearer" }
        if call.operation.name == "getToken" { secrets += credentials(in: request) }
        // Shorter ones stand in any sentence by chance; the journal's filter draws the same line.
        return secrets.filter { $0.utf8.count >= 8 }
    }

    /// The values of a form or of a JSON object, but the words of the protocol.
    private static func credentials(in request: Request) -> [String] {
        if let json = try? JSONValue(parsing: request.body) {
            return (json.object?.members ?? []).compactMap(\.value.string)
        }
        let form = String(decoding: request.body, as: UTF8.self)
        return RequestTarget("?" + form).query.filter { $0.name != "grant_type" }.map(\.value)
    }

    /// As they are, as JSON and as an address write them; the longest first.
    private static func patterns(of secrets: [String]) -> [String] {
        let all = secrets.flatMap { secret in
            let quoted = JSONValue.string(secret).text
            return [secret, String(quoted.dropFirst().dropLast()), PercentEncoding.encode(secret)]
        }
        return Set(all).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    private static func without(_ patterns: [String], _ response: Response) -> Response {
        // By bytes: an accent behind a secret would make it another text.
        func clean(_ bytes: [UInt8]) -> [UInt8] {
            patterns.reduce(bytes) { $0.replacing(Array($1.utf8), with: Array("[secret]".utf8)) }
        }
        var response = response
        response.body = clean(response.body)
        response.headers = HTTPFields(
            response.headers.map { field in
                let value = String(decoding: clean(Array(field.value.utf8)), as: UTF8.self)
                return HTTPField(name: field.name, value: value)
            })
        return response
    }
}
