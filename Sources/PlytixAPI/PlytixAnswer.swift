import HTTP
import JSON

/// The shapes that all answers share.
enum PlytixAnswer {
    /// The body of a success as JSON.
    static func body(
        of response: Response, operation: Operation
    ) throws(APIError) -> JSONValue {
        do throws(JSONError) {
            return try response.json()
        } catch {
            throw unreadable(error.description, response, operation)
        }
    }

    /// The rows of a success: versions 1 and 2 always wrap them in a list, version 3 does so for
    /// several only (`plytix-api.md` 4).
    static func rows(
        of response: Response, operation: Operation
    ) throws(APIError) -> [JSONValue] {
        let data = try body(of: response, operation: operation)["data"]
        if let rows = data.array { return rows }
        guard data.object != nil else {
            throw unreadable("there is no data in it", response, operation)
        }
        return [data]
    }

    /// The one row of a success, decoded.
    static func row<Value>(
        of response: Response, operation: Operation, _ decode: (JSONValue) -> Value?
    ) throws(APIError) -> Value {
        guard let row = try rows(of: response, operation: operation).first,
            let value = decode(row)
        else { throw unreadable("it does not hold what was asked for", response, operation) }
        return value
    }

    private static func unreadable(
        _ reason: String, _ response: Response, _ operation: Operation
    ) -> APIError {
        .unreadable(operation: operation.name, reason: reason, facts: AnswerFacts(response))
    }
}
