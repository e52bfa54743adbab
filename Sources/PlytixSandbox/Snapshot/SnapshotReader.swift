import Catalog
import JSON

/// Reads the members of one object of a snapshot.
struct SnapshotReader {
    private let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    func string(_ key: String) throws(JSONError) -> String {
        guard let text = value[key].string else { throw .missing(key: key) }
        return text
    }
    func int(_ key: String) throws(JSONError) -> Int {
        guard let int = value[key].int else { throw .missing(key: key) }
        return int
    }
    func bool(_ key: String) throws(JSONError) -> Bool {
        guard let bool = value[key].bool else { throw .missing(key: key) }
        return bool
    }
    func instant(_ key: String) throws(JSONError) -> Instant {
        Instant(microseconds: try int(key))
    }
    func bytes(_ key: String) throws(JSONError) -> [UInt8] {
        guard let bytes = Base64.decode(try string(key)) else {
            throw .invalid(key: key, reason: "not base64")
        }
        return bytes
    }
    func optional(_ key: String) -> String? { value[key].string }
    func optionalBool(_ key: String) -> Bool? { value[key].bool }
    func strings(_ key: String) -> [String] { value[key].elements.compactMap(\.string) }

    /// Each element of a list.
    func list<Element>(
        _ key: String, _ read: (SnapshotReader) throws(JSONError) -> Element
    ) throws(JSONError) -> [Element] {
        var list: [Element] = []
        for element in value[key].elements { list.append(try read(SnapshotReader(element))) }
        return list
    }

    /// The members of an object by their keys.
    func dictionary(_ key: String) -> [String: JSONValue] {
        var dictionary: [String: JSONValue] = [:]
        for (key, value) in value[key].object?.members ?? [] { dictionary[key] = value }
        return dictionary
    }
}
