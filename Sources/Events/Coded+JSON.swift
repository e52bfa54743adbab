import JSON

// The types that JSON has itself.

extension String: Coded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> String {
        try json.string()
    }
    func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: Coded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> Int {
        try json.int()
    }
    func write(to json: inout JSONWriter) { json.int(self) }
}

extension Bool: Coded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> Bool {
        try json.bool()
    }
    func write(to json: inout JSONWriter) { json.bool(self) }
}

extension Double: Coded {
    /// JSON's numbers have no bounds; ours have.
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> Double {
        guard let value = try json.number().double, value.isFinite else {
            throw .invalid(key: key.text, reason: "is not a number that fits")
        }
        return value
    }
    func write(to json: inout JSONWriter) { json.value(JSONValue(self)) }
}

extension Array: Coded where Element: Coded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> [Element] {
        // Not by the generic `list`: replays live here, and inside the module it is specialised.
        var elements: [Element] = []
        try json.array { json throws(JSONError) in
            if elements.isEmpty { elements.reserveCapacity(Element.usualCount) }
            elements.append(try Element.decode(from: &json, key: key))
        }
        return elements
    }
    func write(to json: inout JSONWriter) {
        json.array { json in for element in self { element.write(to: &json) } }
    }
}

extension JSONValue: Coded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> JSONValue {
        try json.value()
    }
    func write(to json: inout JSONWriter) { json.value(self) }
}

extension JSONObject: Coded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> JSONObject {
        guard let object = try json.value().object else {
            throw .invalid(key: key.text, reason: "is not an object")
        }
        return object
    }
    func write(to json: inout JSONWriter) { json.value(.object(self)) }
}
