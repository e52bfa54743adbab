import HTTP
import HTTPTypes
import JSON

/// What a handler answers when it did what it was asked to.
struct Answer: Sendable {
    let status: Int
    var headers: HTTPFields = [:]
    /// Nil: no body at all.
    let body: JSONValue?

    /// The envelope of both versions: a list, even for one thing.
    static func data(_ status: Int, _ data: [JSONValue], headers: HTTPFields = [:]) -> Answer {
        Answer(status: status, headers: headers, body: ["data": .array(data)])
    }
    static func empty(_ status: Int) -> Answer { Answer(status: status, body: nil) }
    static func json(_ status: Int, _ body: JSONValue) -> Answer {
        Answer(status: status, body: body)
    }

    var response: Response {
        if let body { return Response(status, headers: headers, json: body) }
        return Response(status, headers: headers)
    }
}
