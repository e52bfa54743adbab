package import Catalog
package import JSON

/// All pages of one query were read, or reading them ended early.
///
/// Emitted once a cell, after its last page. It says how far what was seen can be trusted to be
/// all.
package struct SourceCompleted: Event, Hashable, Sendable {
    package static let kind = "SourceCompleted"
    package static let version = 1

    /// Which list: `amazon.search`, `plytix.products`.
    package var source: String
    /// The fingerprint of the query whose pages belong together.
    package var cell: String
    /// How many distinct items the pages gave.
    package var seen: Int
    /// How many the server said that there are, where it said so.
    package var announced: Int?
    /// Why reading ended.
    package var stop: StopReason
    /// Whether the items are all that the query has; decisions need true.
    package var whole: Bool

    package init(
        source: String, cell: String, seen: Int, announced: Int? = nil, stop: StopReason,
        whole: Bool
    ) {
        self.source = source
        self.cell = cell
        self.seen = seen
        self.announced = announced
        self.stop = stop
        self.whole = whole
    }

    /// Why no further page was asked for.
    package enum StopReason: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// The server named no further page.
        case end
        /// The server gives no more than this of any list.
        case cap
        /// Our own limit was reached.
        case limit
        /// A page had no items.
        case emptyPage
        /// A page named a token that had been used.
        case repeatedToken
        /// Pages held only items that were seen before.
        case nothingNew
        /// The server refused the token of a further page.
        case tokenRefused
    }

    package var subjects: [SubjectReference] { [] }
}

extension SourceCompleted {
    package init(from json: inout JSONReader) throws(JSONError) {
        var source: String?
        var cell: String?
        var seen: Int?
        var announced: Int?
        var stop: StopReason?
        var whole: Bool?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "source": source = try json.read(key)
            case "cell": cell = try json.read(key)
            case "seen": seen = try json.read(key)
            case "announced": announced = try json.read(key)
            case "stop": stop = try json.read(key)
            case "whole": whole = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            source: try required(source, "source"), cell: try required(cell, "cell"),
            seen: try required(seen, "seen"), announced: announced,
            stop: try required(stop, "stop"), whole: try required(whole, "whole"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("source", source)
            json.member("cell", cell)
            json.member("seen", seen)
            json.member("announced", optional: announced)
            json.member("stop", stop)
            json.member("whole", whole)
        }
    }
}
