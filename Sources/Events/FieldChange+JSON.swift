package import Catalog
package import JSON

/// `{"field": …, "old": …, "new": …, "rule": …, "reason": …}`; `old` or `new` is left out where
/// there is nothing, which is not the same as null, and `rule` and `reason` where they are `always`
/// and `new`, as they mostly are: changes are half of what a first sync writes.
extension FieldChange: ObjectCoded {
    static var usualCount: Int { 16 }

    /// Reads the form that `write(to:)` writes.
    package init(from json: inout JSONReader) throws(JSONError) {
        var field: String?
        var old: JSONValue?
        var new: JSONValue?
        var rule: WriteRule?
        var reason: ChangeReason?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "field": field = try json.word()
            case "old": old = try json.read(key)
            case "new": new = try json.read(key)
            case "rule": rule = try json.read(key)
            case "reason": reason = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            field: try required(field, "field"), old: old, new: new,
            rule: rule ?? .always, reason: reason ?? .new)
    }

    /// Writes the change as one object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("field", field)
            json.member("old", optional: old)
            json.member("new", optional: new)
            json.member("rule", optional: rule == .always ? nil : rule)
            json.member("reason", optional: reason == .new ? nil : reason)
        }
    }
}
