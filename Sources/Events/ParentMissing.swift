package import Catalog
package import JSON

/// A variation parent that items name could not be had.
///
/// Emitted when a parent was asked for because children name it, and Amazon answered without it.
/// Its children are exported all the same, without a link to it.
package struct ParentMissing: Event, Hashable, Sendable {
    package static let kind = "ParentMissing"
    package static let version = 1

    /// The parent that was asked for.
    package var parent: ItemKey
    /// The exported items that name it, in the same marketplace.
    package var children: [ASIN]
    /// What Amazon did instead of giving it.
    package var reason: ItemMissing.Reason
    /// What Amazon said, where it said more.
    package var detail: String?

    package init(
        parent: ItemKey, children: [ASIN], reason: ItemMissing.Reason, detail: String? = nil
    ) {
        self.parent = parent
        self.children = children
        self.reason = reason
        self.detail = detail
    }

    package var subjects: [SubjectReference] { [SubjectReference(.asin(parent))] }
}

extension ParentMissing {
    package init(from json: inout JSONReader) throws(JSONError) {
        var parent: ItemKey?
        var children: [ASIN]?
        var reason: ItemMissing.Reason?
        var detail: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "parent": parent = try json.read(key)
            case "children": children = try json.read(key)
            case "reason": reason = try json.read(key)
            case "detail": detail = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            parent: try required(parent, "parent"), children: try required(children, "children"),
            reason: try required(reason, "reason"), detail: detail)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("parent", parent)
            json.member("children", children)
            json.member("reason", reason)
            json.member("detail", optional: detail)
        }
    }
}
