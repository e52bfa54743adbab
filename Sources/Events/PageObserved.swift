package import Catalog
package import JSON

/// A page of a remote list was read.
///
/// Emitted for each page that a source gave, together with the events of the items on it that are
/// new or changed; an item that is unchanged stands only here, with its hash.
package struct PageObserved: Event, Hashable, Sendable {
    package static let kind = "PageObserved"
    package static let version = 1

    /// Which list: `amazon.search`, `plytix.products`.
    package var source: String
    /// The fingerprint of the query whose pages belong together.
    package var cell: String
    /// The number of the page in its cell, from 1.
    package var page: Int
    /// The token with which it was asked for; nil for a first page.
    package var token: String?
    /// The token of the page behind it; nil for a last page.
    package var next: String?
    /// The server's id of the request.
    package var requestID: String?
    /// The server's Date header, as sent.
    package var date: String?
    /// How many items the server says that the whole list has.
    package var announced: Int?
    /// The items on the page, in its order.
    package var items: [SeenItem]
    /// What was asked for by name and is not on the page; of a search, what is wrong with its entries
    /// that are no items.
    package var absent: [String]

    package init(
        source: String, cell: String, page: Int, token: String? = nil, next: String? = nil,
        requestID: String? = nil, date: String? = nil, announced: Int? = nil,
        items: [SeenItem], absent: [String]
    ) {
        self.source = source
        self.cell = cell
        self.page = page
        self.token = token
        self.next = next
        self.requestID = requestID
        self.date = date
        self.announced = announced
        self.items = items
        self.absent = absent
    }

    package var subjects: [SubjectReference] { [] }
}

extension PageObserved {
    package init(from json: inout JSONReader) throws(JSONError) {
        var source: String?
        var cell: String?
        var page: Int?
        var token: String?
        var next: String?
        var requestID: String?
        var date: String?
        var announced: Int?
        var items: [SeenItem]?
        var absent: [String]?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "source": source = try json.word()
            case "cell": cell = try json.word()
            case "page": page = try json.read(key)
            case "token": token = try json.read(key)
            case "next": next = try json.read(key)
            case "requestID": requestID = try json.read(key)
            case "date": date = try json.word()
            case "announced": announced = try json.read(key)
            case "items": items = try json.read(key)
            case "absent": absent = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            source: try required(source, "source"), cell: try required(cell, "cell"),
            page: try required(page, "page"), token: token, next: next, requestID: requestID,
            date: date, announced: announced, items: try required(items, "items"),
            absent: try required(absent, "absent"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("source", source)
            json.member("cell", cell)
            json.member("page", page)
            json.member("token", optional: token)
            json.member("next", optional: next)
            json.member("requestID", optional: requestID)
            json.member("date", optional: date)
            json.member("announced", optional: announced)
            json.member("items", items)
            json.member("absent", absent)
        }
    }
}
