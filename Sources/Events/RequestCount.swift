package import JSON

/// How many requests a run made, by system.
package struct RequestCount: ObjectCoded, Hashable, Sendable {
    /// Requests to Amazon, tokens included.
    package var amazon: Int
    /// Requests to Plytix, tokens included.
    package var plytix: Int
    /// How many of those to Plytix were writes: all but reads, searches and tokens.
    package var plytixWrites: Int

    package init(amazon: Int, plytix: Int, plytixWrites: Int) {
        self.amazon = amazon
        self.plytix = plytix
        self.plytixWrites = plytixWrites
    }
}

extension RequestCount {
    package init(from json: inout JSONReader) throws(JSONError) {
        var amazon: Int?
        var plytix: Int?
        var plytixWrites: Int?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "amazon": amazon = try json.read(key)
            case "plytix": plytix = try json.read(key)
            case "plytix_writes": plytixWrites = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            amazon: try required(amazon, "amazon"), plytix: try required(plytix, "plytix"),
            plytixWrites: try required(plytixWrites, "plytix_writes"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("amazon", amazon)
            json.member("plytix", plytix)
            json.member("plytix_writes", plytixWrites)
        }
    }
}
