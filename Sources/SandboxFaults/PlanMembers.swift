internal import JSON

/// The members of one object of a fault plan, with the place of the object for messages.
struct PlanMembers {
    private let object: JSONObject
    private let place: String

    /// Throws when the value is no object, or holds a key that is not one of `keys`.
    init(_ json: JSONValue, at place: String, keys: [String]) throws(JSONError) {
        guard let object = json.object else {
            throw .invalid(key: place.isEmpty ? "fault plan" : place, reason: "must be an object")
        }
        self.object = object
        self.place = place
        for key in object.keys where !keys.contains(key) {
            throw .invalid(
                key: name(key), reason: "is none of the keys here: \(keys.joined(separator: ", "))")
        }
    }

    /// Nil for an absent key and for null.
    subscript(key: String) -> JSONValue? {
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    /// A key with its place: `faults[2].match.nth`.
    func name(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

    func missing(_ key: String) -> JSONError { .missing(key: name(key)) }

    /// Throws when more than one of the keys is there.
    func allowOne(of keys: [String]) throws(JSONError) {
        let given = keys.filter { self[$0] != nil }
        guard given.count < 2 else {
            throw .invalid(key: name(given[1]), reason: "excludes \"\(given[0])\"")
        }
    }

    func text(_ key: String) throws(JSONError) -> String? {
        guard let value = self[key] else { return nil }
        guard let text = value.string else { throw wrong(key, "a string") }
        return text
    }

    func word(_ key: String, of words: [String]) throws(JSONError) -> String? {
        guard let text = try text(key) else { return nil }
        guard words.contains(text) else { throw wrong(key, words.joined(separator: " or ")) }
        return text
    }

    func flag(_ key: String) throws(JSONError) -> Bool? {
        guard let value = self[key] else { return nil }
        guard let flag = value.bool else { throw wrong(key, "true or false") }
        return flag
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(JSONError) -> Int? {
        guard let value = self[key] else { return nil }
        guard case .number(let number) = value, let integer = number.int, range.contains(integer)
        else {
            let bound = range.upperBound == Int.max ? "" : " to \(range.upperBound)"
            throw wrong(key, "an integer from \(range.lowerBound)\(bound)")
        }
        return integer
    }

    func decimal(_ key: String, max: Double) throws(JSONError) -> Double? {
        guard let value = self[key] else { return nil }
        guard case .number(let number) = value, let decimal = number.double,
            (0...max).contains(decimal)
        else { throw wrong(key, "a number from 0 to \(JSONNumber(max).text)") }
        return decimal
    }

    func list<Element>(
        _ key: String, _ read: (JSONValue, String) throws(JSONError) -> Element
    ) throws(JSONError) -> [Element] {
        guard let value = self[key] else { return [] }
        guard let values = value.array else { throw wrong(key, "an array") }
        var elements: [Element] = []
        for (index, value) in values.enumerated() {
            elements.append(try read(value, "\(name(key))[\(index)]"))
        }
        return elements
    }

    private func wrong(_ key: String, _ expected: String) -> JSONError {
        .invalid(key: name(key), reason: "must be \(expected)")
    }
}
