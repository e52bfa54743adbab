import Catalog
import JSON

/// What stands in a snapshot and comes back from it.
protocol Snapshotted {
    var snapshot: JSONValue { get }
    init(snapshot: SnapshotReader) throws(JSONError)
}

extension Store where Item: Snapshotted {
    var snapshot: JSONValue { .array(all.map(\.snapshot)) }

    mutating func restore(_ key: String, of snapshot: SnapshotReader) throws(JSONError) {
        let items = try snapshot.list(key) { reader throws(JSONError) in
            try Item(snapshot: reader)
        }
        for item in items { restore(item) }
    }
}

extension Instant {
    var snapshot: JSONValue { JSONValue(microseconds) }
}

extension JSONValue {
    /// An object with the members of a dictionary, sorted, so that equal states give equal texts.
    static func sorted(_ dictionary: [String: JSONValue]) -> JSONValue {
        .object(JSONObject(dictionary.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }
}
