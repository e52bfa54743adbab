package import JSON

/// What an answer said of itself.
///
/// Amazon sends its id of a request as `x-amzn-RequestId` (`amazon-catalog-items.md`); other
/// servers may send none.
package struct Answer: ObjectCoded, Hashable, Sendable {
    /// The HTTP status.
    package var status: Int
    /// The server's id of the request.
    package var requestID: String?
    /// The server's Date header, as sent.
    package var date: String?

    package init(status: Int, requestID: String? = nil, date: String? = nil) {
        self.status = status
        self.requestID = requestID
        self.date = date
    }
}

extension Answer {
    package init(from json: inout JSONReader) throws(JSONError) {
        var status: Int?
        var requestID: String?
        var date: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "status": status = try json.read(key)
            case "requestID": requestID = try json.read(key)
            case "date": date = try json.word()
            default: try json.skip()
            }
        }
        self.init(
            status: try required(status, "status"), requestID: requestID, date: date)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("status", status)
            json.member("requestID", optional: requestID)
            json.member("date", optional: date)
        }
    }
}
