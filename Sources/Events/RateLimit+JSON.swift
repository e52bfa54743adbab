package import Catalog
package import JSON

/// `{"limit": "bucket", "perSecond": 2, "burst": 2}` or
/// `{"limit": "window", "requests": 20, "length": 10}` with its length in seconds.
extension RateLimit: ObjectCoded {
    /// Reads the form that `write(to:)` writes.
    package init(from json: inout JSONReader) throws(JSONError) {
        var limit: String?
        var perSecond: Double?
        var burst: Int?
        var requests: Int?
        var length: Duration?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "limit": limit = try json.read(key)
            case "perSecond": perSecond = try json.read(key)
            case "burst": burst = try json.read(key)
            case "requests": requests = try json.read(key)
            case "length": length = try json.read(key)
            default: try json.skip()
            }
        }
        switch try required(limit, "limit") {
        case "bucket":
            self = .bucket(
                perSecond: try required(perSecond, "perSecond"),
                burst: try required(burst, "burst"))
        case "window":
            self = .window(
                requests: try required(requests, "requests"),
                length: try required(length, "length"))
        default: throw .invalid(key: "limit", reason: "is not one of bucket, window")
        }
    }

    /// Writes the limit as one object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .bucket(let perSecond, let burst):
                json.member("limit", "bucket")
                json.member("perSecond", perSecond)
                json.member("burst", burst)
            case .window(let requests, let length):
                json.member("limit", "window")
                json.member("requests", requests)
                json.member("length", length)
            }
        }
    }
}

/// Seconds, to the microsecond.
extension Duration: Coded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> Duration {
        let seconds: Double = try json.read(key)
        guard let microseconds = Int(exactly: (seconds * 1_000_000).rounded()) else {
            throw .invalid(key: key.text, reason: "is not a duration that fits")
        }
        return .microseconds(microseconds)
    }
    func write(to json: inout JSONWriter) { inSeconds.write(to: &json) }
}

extension LimitObservation: ObjectCoded {
    /// Reads the form that `write(to:)` writes.
    package init(from json: inout JSONReader) throws(JSONError) {
        var bucket: String?
        var limits: [RateLimit]?
        var evidence: Evidence?
        var resetsAt: Instant?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "bucket": bucket = try json.read(key)
            case "limits": limits = try json.read(key)
            case "evidence": evidence = try json.read(key)
            case "resetsAt": resetsAt = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            bucket: try required(bucket, "bucket"), limits: try required(limits, "limits"),
            evidence: try required(evidence, "evidence"), resetsAt: resetsAt)
    }

    /// Writes the observation as one object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("bucket", bucket)
            json.member("limits", limits)
            json.member("evidence", evidence)
            json.member("resetsAt", optional: resetsAt)
        }
    }
}
