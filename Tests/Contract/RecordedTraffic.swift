import Foundation
package import HTTP
import HTTPTypes
import JSON

/// What `plysync sandbox --record` wrote down.
package enum RecordedTraffic {
    /// Every exchange in the file; a last line that is not whole, since the server was killed while
    /// it wrote, is left out.
    package static func exchanges(
        in file: String
    ) throws -> [(request: Request, response: Response)] {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return try lines.map { line in
            let json = try JSONValue(parsing: String(line))
            let method = HTTPRequest.Method(rawValue: json["method"].string ?? "") ?? .get
            return (
                Request(
                    method, json["url"].string ?? "", headers: fields(json["request_headers"]),
                    body: Array((json["request_body"].string ?? "").utf8)),
                Response(
                    json["status"].int ?? 0, headers: fields(json["headers"]),
                    body: Array((json["body"].string ?? "").utf8))
            )
        }
    }

    private static func fields(_ json: JSONValue) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in json.object?.members ?? [] {
            guard let name = HTTPField.Name(name), let text = value.string else { continue }
            fields.append(HTTPField(name: name, value: text))
        }
        return fields
    }
}
