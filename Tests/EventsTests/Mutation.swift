import JSON

/// A JSON value with one thing in it changed.
struct Mutation {
    let path: String
    let value: JSONValue

    /// The last part of the path.
    var key: String { String(path.split(separator: "/").last ?? "") }

    /// The value without one member, for each member of each object in it.
    static func removals(of value: JSONValue, at path: String = "") -> [Mutation] {
        let object = value.object ?? JSONObject()
        let here = object.keys.map { key in
            var rest = object
            rest[key] = nil
            return Mutation(path: "\(path)/\(key)", value: .object(rest))
        }
        return here + within(value, at: path) { removals(of: $0, at: $1) }
    }

    /// The value with one value in it exchanged, for each value in it.
    static func exchanges(
        of value: JSONValue, for other: JSONValue, at path: String = ""
    ) -> [Mutation] {
        [Mutation(path: path, value: other)]
            + within(value, at: path) { exchanges(of: $0, for: other, at: $1) }
    }

    /// The value with one more member in one object, for each object in it.
    static func additions(to value: JSONValue, at path: String = "") -> [Mutation] {
        var here: [Mutation] = []
        if var object = value.object {
            object["unheardOf"] = ["of": [1, nil, "later times"]]
            here.append(Mutation(path: path, value: .object(object)))
        }
        return here + within(value, at: path) { additions(to: $0, at: $1) }
    }

    private static func within(
        _ value: JSONValue, at path: String, _ mutations: (JSONValue, String) -> [Mutation]
    ) -> [Mutation] {
        switch value {
        case .object(let object):
            object.members.flatMap { key, member in
                mutations(member, "\(path)/\(key)").map { mutation in
                    var changed = object
                    changed[key] = mutation.value
                    return Mutation(path: mutation.path, value: .object(changed))
                }
            }
        case .array(let elements):
            elements.enumerated().flatMap { index, element in
                mutations(element, "\(path)/\(index)").map { mutation in
                    var changed = elements
                    changed[index] = mutation.value
                    return Mutation(path: mutation.path, value: .array(changed))
                }
            }
        default: []
        }
    }
}
