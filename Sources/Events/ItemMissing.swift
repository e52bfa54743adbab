package import Catalog
package import JSON

/// An item that was asked for by its ASIN did not come.
///
/// Emitted when Amazon answered and the item is not in the answer; a request without an answer is
/// no observation. The item counts as accounted for.
package struct ItemMissing: Event, Hashable, Sendable {
    package static let kind = "ItemMissing"
    package static let version = 1

    /// The item that was asked for.
    package var item: ItemKey
    /// What Amazon did instead of giving it.
    package var reason: Reason
    /// What Amazon said, where it said more.
    package var detail: String?

    package init(item: ItemKey, reason: Reason, detail: String? = nil) {
        self.item = item
        self.reason = reason
        self.detail = detail
    }

    /// What Amazon did instead of giving the item.
    package enum Reason: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// It knows no such item in this marketplace.
        case notFound
        /// Its answer was not what an item looks like.
        case malformed
        /// It does not let us see the item.
        case refused
    }

    package var subjects: [SubjectReference] { [SubjectReference(.asin(item))] }
}

extension ItemMissing {
    package init(from json: inout JSONReader) throws(JSONError) {
        var item: ItemKey?
        var reason: Reason?
        var detail: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "item": item = try json.read(key)
            case "reason": reason = try json.read(key)
            case "detail": detail = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            item: try required(item, "item"), reason: try required(reason, "reason"),
            detail: detail)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("item", item)
            json.member("reason", reason)
            json.member("detail", optional: detail)
        }
    }
}
