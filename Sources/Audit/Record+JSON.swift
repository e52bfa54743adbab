// One event as a line of JSON.

package import Catalog
package import JSON

extension Record {
    /// The whole header and the whole body; the body is null when it was redacted, and a text when
    /// it is no JSON.
    package var json: JSONValue {
        [
            "sequence": JSONValue(sequence), "time": JSONValue("\(time)"),
            "run": JSONValue(run.text), "system": JSONValue(system.text),
            "kind": JSONValue(kind), "version": JSONValue(version),
            "subjects": JSONValue(subjects.map(\.description)),
            "cause": .array(cause.map { JSONValue($0) }),
            "body_hash": JSONValue(bodyHash.hex), "hash": JSONValue(hash.hex),
            "body": bodyJSON,
        ]
    }

    private var bodyJSON: JSONValue {
        guard let body else { return .null }
        do throws(JSONError) {
            return try JSONValue(parsing: body)
        } catch {
            return .string(String(decoding: body, as: UTF8.self))
        }
    }
}
