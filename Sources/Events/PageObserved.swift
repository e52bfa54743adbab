package import Catalog
package import JSON

/// Pages of a remote list were read, one or several next to each other.
///
/// Emitted together with the events of the items on them that are new or changed. An item that is
/// as it was stands only here, and not even in words: by its place in the last reading of the same
/// list. Pages on which everything is so are told of together.
package struct PageObserved: Event, Hashable, Sendable {
    package static let kind = "PageObserved"
    package static let version = 2

    /// Which list: `amazon.search`, `plytix.products`.
    package var source: String
    /// The fingerprint of the query whose pages belong together.
    package var cell: String
    /// The number of the first page in its cell, from 1.
    package var page: Int
    /// The number of the last page; nil for one page.
    package var through: Int?
    /// The token with which the first page was asked for; nil for a first page of a cell.
    package var token: String?
    /// The token of the page behind the last one; nil for a last page of a cell.
    package var next: String?
    /// The server's ids of the requests, where it gave them.
    package var requestIDs: [String]
    /// The server's Date header of the last page, as sent.
    package var date: String?
    /// How many items the server says that the whole list has; the highest of the pages' numbers.
    package var announced: Int?
    /// How many items the last reading of the cell gave, in which entries count places; nil where
    /// no entry does.
    package var known: Int?
    /// The items on the pages, in their order.
    package var items: [PageEntry]
    /// What was asked for by name and is not on the pages; of a search, what is wrong with its
    /// entries that are no items.
    package var absent: [String]

    package init(
        source: String, cell: String, page: Int, through: Int? = nil, token: String? = nil,
        next: String? = nil, requestIDs: [String] = [], date: String? = nil,
        announced: Int? = nil, known: Int? = nil, items: [PageEntry], absent: [String]
    ) {
        self.source = source
        self.cell = cell
        self.page = page
        self.through = through
        self.token = token
        self.next = next
        self.requestIDs = requestIDs
        self.date = date
        self.announced = announced
        self.known = known
        self.items = items
        self.absent = absent
    }

    package var subjects: [SubjectReference] { [] }

    /// Version 1 told of one page, with the id of its one request.
    package static func upcast(
        from version: Int, _ value: JSONValue
    ) throws(JSONError) -> JSONValue {
        guard version == 1, let body = value.object else {
            throw .invalid(key: "version", reason: "\(kind) never had a version \(version)")
        }
        let ids = body.members.filter { $0.key == "requestID" }.map(\.value)
        let others = body.members.filter { $0.key != "requestID" }
        return .object(
            JSONObject(
                others.map { ($0.key, $0.value) } + [("requestIDs", .array(ids))]))
    }
}

extension PageObserved {
    package init(from json: inout JSONReader) throws(JSONError) {
        var source: String?
        var cell: String?
        var page: Int?
        var through: Int?
        var token: String?
        var next: String?
        var requestIDs: [String]?
        var date: String?
        var announced: Int?
        var known: Int?
        var items: [PageEntry]?
        var absent: [String]?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "source": source = try json.word()
            case "cell": cell = try json.word()
            case "page": page = try json.read(key)
            case "through": through = try json.read(key)
            case "token": token = try json.read(key)
            case "next": next = try json.read(key)
            case "requestIDs": requestIDs = try json.read(key)
            case "date": date = try json.word()
            case "announced": announced = try json.read(key)
            case "known": known = try json.read(key)
            case "items": items = try json.read(key)
            case "absent": absent = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            source: try required(source, "source"), cell: try required(cell, "cell"),
            page: try required(page, "page"), through: through, token: token, next: next,
            requestIDs: try required(requestIDs, "requestIDs"), date: date, announced: announced,
            known: known, items: try required(items, "items"),
            absent: try required(absent, "absent"))
        let last = self.through ?? self.page
        guard last >= self.page, (0...Int(UInt32.max)).contains(last &- self.page) else {
            throw .invalid(key: "through", reason: "is no page behind page \(self.page)")
        }
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("source", source)
            json.member("cell", cell)
            json.member("page", page)
            json.member("through", optional: through)
            json.member("token", optional: token)
            json.member("next", optional: next)
            json.member("requestIDs", requestIDs)
            json.member("date", optional: date)
            json.member("announced", optional: announced)
            json.member("known", optional: known)
            json.member("items", items)
            json.member("absent", absent)
        }
    }
}
