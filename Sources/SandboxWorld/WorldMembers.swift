import JSON

/// The members of one object of a catalogue file, with the place of the object for messages.
struct WorldMembers {
    private let object: JSONObject
    private let place: String

    /// Throws when the value is no object, or holds a key that is not one of `keys`.
    init(_ json: JSONValue, at place: String, keys: [String]) throws(JSONError) {
        guard let object = json.object else {
            throw .invalid(key: place.isEmpty ? "catalogue" : place, reason: "must be an object")
        }
        self.object = object
        self.place = place
        for key in object.keys where !keys.contains(key) {
            throw .invalid(
                key: name(key), reason: "is none of the keys here: \(keys.joined(separator: ", "))")
        }
    }

    func has(_ key: String) -> Bool { value(key) != nil }

    func text(_ key: String) throws(JSONError) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.string else { throw wrong(key, "a string") }
        return text
    }

    func mandatoryText(_ key: String) throws(JSONError) -> String {
        guard let text = try text(key) else { throw .missing(key: name(key)) }
        return text
    }

    func mandatoryNumber(_ key: String) throws(JSONError) -> Int {
        guard let value = value(key) else { throw .missing(key: name(key)) }
        guard case .number(let number) = value, let integer = number.int, integer > 0 else {
            throw wrong(key, "a positive integer")
        }
        return integer
    }

    func flag(_ key: String) throws(JSONError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let flag = value.bool else { throw wrong(key, "true or false") }
        return flag
    }

    func object(_ key: String) throws(JSONError) -> JSONObject {
        guard let value = value(key) else { return JSONObject() }
        guard let object = value.object else { throw wrong(key, "an object") }
        return object
    }

    func list<Element>(
        _ key: String, _ read: (JSONValue, String) throws(JSONError) -> Element
    ) throws(JSONError) -> [Element] {
        guard let value = value(key) else { return [] }
        guard let values = value.array else { throw wrong(key, "an array") }
        var elements: [Element] = []
        for (index, value) in values.enumerated() {
            elements.append(try read(value, "\(name(key))[\(index)]"))
        }
        return elements
    }

    func texts(_ key: String) throws(JSONError) -> [String] {
        try list(key) { value, place throws(JSONError) in
            guard let text = value.string else {
                throw .invalid(key: place, reason: "must be a string")
            }
            return text
        }
    }

    /// Nil for an absent key and for null.
    private func value(_ key: String) -> JSONValue? {
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    private func name(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    private func wrong(_ key: String, _ expected: String) -> JSONError {
        .invalid(key: name(key), reason: "must be \(expected)")
    }
}
