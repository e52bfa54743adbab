import Catalog
import Events
import JSON
import TestSupport
import Testing

@Suite struct `Bodies of other versions` {
    @Test func `a body of an older version is taken step by step to today's`() throws {
        let today = Renamed(fullName: "Bomber", count: 1)
        #expect(try decode(#"{"name":"Bomber"}"#, version: 1) == today)
        #expect(try decode(#"{"fullName":"Bomber"}"#, version: 2) == today)
        #expect(try decode(#"{"fullName":"Bomber","count":1}"#, version: 3) == today)
    }

    @Test func `a body of a newer version is refused with what to know`() {
        #expect {
            try decode(#"{"fullName":"Bomber","count":1}"#, version: 4)
        } throws: { error in
            "\(error)".contains("Renamed of version 4 was written by a newer program")
                && "\(error)".contains("up to version 3")
        }
    }

    @Test(arguments: [0, -1, Int.min])
    func `a version that never was is refused`(version: Int) {
        #expect(throws: JSONError.self) { try decode(#"{"name":"Bomber"}"#, version: version) }
        #expect(throws: JSONError.self) {
            try EventDecoding.decode(RetryAsked.self, version: version, body: Array("{}".utf8))
        }
    }

    @Test func `an old body that is not JSON is refused`() {
        #expect(throws: JSONError.self) { try decode(#"{"name":"#, version: 1) }
    }

    @Test(arguments: EventKinds.all.map { $0.kind })
    func `each kind refuses a newer version`(kind: String) throws {
        let contract = try Contract(of: kind)
        #expect(throws: JSONError.self) {
            _ = try contract.type.read(
                contract.example.bytes, version: contract.type.version + 1)
        }
    }

    /// Every version that ever was has its example and its schema; all are read for ever.
    @Test(arguments: EventKinds.all.map { $0.kind })
    func `the example of each version of a kind is read`(kind: String) throws {
        let contract = try Contract(of: kind)
        for version in 1...contract.type.version {
            let example = try Repository.example(kind, version)
            let schema = try EventSchema(kind: kind, version: version)
            #expect(schema.faults(of: example) == [])
            let event = try contract.type.read(example.bytes, version: version)
            #expect(contract.schema.faults(of: try JSONValue(parsing: event.body)) == [])
        }
    }

    @Test(arguments: [AttributesSet.kind, EffectIntended.kind])
    func `a change without rule and reason is one that names always and new`(kind: String) throws {
        let contract = try Contract(of: kind)
        let before = try Repository.example(kind, 1)
        #expect(before != contract.example)
        let old = try contract.type.read(before.bytes, version: 1)
        #expect(old.equals(try contract.read(contract.example)))
    }

    private func decode(_ text: String, version: Int) throws(JSONError) -> Renamed {
        try EventDecoding.decode(Renamed.self, version: version, body: Array(text.utf8))
    }
}

/// A kind with a past: its name had another key, then it had no count.
private struct Renamed: Event {
    static let kind = "Renamed"
    static let version = 3
    var fullName: String
    var count: Int
    var subjects: [SubjectReference] { [] }

    init(fullName: String, count: Int) {
        self.fullName = fullName
        self.count = count
    }

    init(from json: inout JSONReader) throws(JSONError) {
        let value = try json.value()
        guard let fullName = value["fullName"].string else { throw .missing(key: "fullName") }
        guard let count = value["count"].int else { throw .missing(key: "count") }
        self.init(fullName: fullName, count: count)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("fullName", fullName)
            json.member("count", count)
        }
    }

    static func upcast(from version: Int, _ value: JSONValue) throws(JSONError) -> JSONValue {
        switch version {
        case 1: ["fullName": value["name"]]
        case 2: ["fullName": value["fullName"], "count": 1]
        default: throw .invalid(key: "version", reason: "there was no version \(version)")
        }
    }
}
