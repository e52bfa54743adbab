import Catalog
import Events
import JSON
import TestSupport
import Testing

@Suite struct `Catalogue values in JSON` {
    static let changes = [
        FieldChange(field: "label", old: nil, new: "Bomber", rule: .always, reason: .new),
        FieldChange(field: "gtin", old: .null, new: nil, rule: .fillEmpty, reason: .person),
    ]
    static let effects: [(Effect, String)] = [
        (
            .defineAttribute(
                AttributeDefinition(label: "size", name: "Size", type: .dropdown, options: ["S"])),
            #"{"effect":"defineAttribute","label":"size","name":"Size","type":"Dropdown","#
                + #""options":["S"]}"#
        ),
        (
            .extendOptions(label: "size", options: ["M"]),
            #"{"effect":"extendOptions","label":"size","options":["M"]}"#
        ),
        (
            .defineFamily(name: "Amazon", attributes: ["size"]),
            #"{"effect":"defineFamily","name":"Amazon","attributes":["size"]}"#
        ),
        (
            .extendFamily(name: "Amazon", attributes: []),
            #"{"effect":"extendFamily","name":"Amazon","attributes":[]}"#
        ),
        (
            .defineRelation(label: "listings", name: "Listings"),
            #"{"effect":"defineRelation","label":"listings","name":"Listings"}"#
        ),
        (
            .uploadAsset(AssetSource(file: "a.jpg", picture: "a", url: "https://h/a.jpg")),
            #"{"effect":"uploadAsset","file":"a.jpg","picture":"a","url":"https://h/a.jpg"}"#
        ),
        (.createProduct(sku: "A"), #"{"effect":"createProduct","sku":"A"}"#),
        (
            .createVariant(sku: "A", parent: "B"),
            #"{"effect":"createVariant","sku":"A","parent":"B"}"#
        ),
        (
            .setFields(sku: "A", changes: changes),
            #"{"effect":"setFields","sku":"A","changes":[{"field":"label","new":"Bomber"},"#
                + #"{"field":"gtin","old":null,"#
                + #""rule":"fill-empty","reason":"person"}]}"#
        ),
        (
            .assignFamily(sku: "A", family: "Amazon"),
            #"{"effect":"assignFamily","sku":"A","family":"Amazon"}"#
        ),
        (
            .setGallery(sku: "A", label: "g", files: ["a.jpg", "b.jpg"], old: ["b.jpg"]),
            #"{"effect":"setGallery","sku":"A","label":"g","files":["a.jpg","b.jpg"],"#
                + #""old":["b.jpg"]}"#
        ),
        (
            .linkAsset(sku: "A", label: "g", file: "a.jpg"),
            #"{"effect":"linkAsset","sku":"A","label":"g","file":"a.jpg"}"#
        ),
        (
            .setThumbnail(sku: "A", file: "a.jpg", old: "b.jpg"),
            #"{"effect":"setThumbnail","sku":"A","file":"a.jpg","old":"b.jpg"}"#
        ),
        (
            .setThumbnail(sku: "A", file: "a.jpg", old: nil),
            #"{"effect":"setThumbnail","sku":"A","file":"a.jpg"}"#
        ),
        (
            .link(relation: "r", source: "A", targets: ["B", "C"]),
            #"{"effect":"link","relation":"r","source":"A","targets":["B","C"]}"#
        ),
        (
            .unlink(relation: "r", source: "A", targets: []),
            #"{"effect":"unlink","relation":"r","source":"A","targets":[]}"#
        ),
    ]

    @Test(arguments: effects)
    func `an effect is written under its stored name and read again`(
        effect: Effect, text: String
    ) throws {
        #expect(written { effect.write(to: &$0) } == text)
        let read = try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
            try Effect(from: &json)
        }
        #expect(read == effect)
        let schema = try EventSchema(kind: "EffectIntended", version: 2)
        #expect(schema.faults(of: Self.intent(of: try JSONValue(parsing: text))) == [])
    }

    @Test(arguments: effects)
    func `an effect without one of its members is refused where the schema refuses it`(
        effect: Effect, text: String
    ) throws {
        let schema = try EventSchema(kind: "EffectIntended", version: 2)
        for removal in Mutation.removals(of: try JSONValue(parsing: text)) {
            let isValid = schema.faults(of: Self.intent(of: removal.value)).isEmpty
            let read = try? JSONReader.read(removal.value.bytes) { json throws(JSONError) in
                try Effect(from: &json)
            }
            #expect((read != nil) == isValid, "without \(removal.path)")
        }
    }

    @Test(arguments: [
        #"{"effect":"paintProduct","sku":"A"}"#,
        #"{"effect":"setThumbnail","sku":"A","file":"a.jpg","old":["b.jpg"]}"#,
        #"{"effect":"setGallery","sku":"A","label":"g","files":[],"old":"b.jpg"}"#,
        #"{"effect":"setGallery","sku":"A","label":"g","files":[],"old":[1]}"#,
    ])
    func `an effect that says something else is refused`(text: String) {
        #expect(throws: JSONError.self) {
            try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
                try Effect(from: &json)
            }
        }
    }

    static let sources: [(ScopeSource, String)] = [
        (.brand("B"), #"{"kind":"brand","text":"B"}"#),
        (.style("S"), #"{"kind":"style","text":"S"}"#),
        (.keywords("k l"), #"{"kind":"keywords","text":"k l"}"#),
        (.asins([]), #"{"kind":"asins","asins":[]}"#),
        (
            .file(name: "list.txt", digest: Digest(bytes: Array(repeating: 0xAB, count: 32))),
            #"{"kind":"file","name":"list.txt","digest":""# + String(repeating: "ab", count: 32)
                + #""}"#
        ),
    ]

    @Test(arguments: sources)
    func `a scope keeps its source`(source: ScopeSource, text: String) throws {
        let scope = Scope(source: source, marketplaces: [.us], includesParents: false)
        let expected =
            #"{"source":"# + text + #","marketplaces":["US"],"includesParents":false}"#
        #expect(written { scope.write(to: &$0) } == expected)
        let read = try JSONReader.read(Array(expected.utf8)) { json throws(JSONError) in
            try Scope(from: &json)
        }
        #expect(read == scope)
    }

    static let limits: [(RateLimit, String)] = [
        (
            .bucket(perSecond: 0.5, burst: 2),
            #"{"limit":"bucket","perSecond":0.5,"burst":2}"#
        ),
        (
            .window(requests: 20, length: .seconds(10)),
            #"{"limit":"window","requests":20,"length":10}"#
        ),
        (
            .window(requests: 1, length: .microseconds(1_500_001)),
            #"{"limit":"window","requests":1,"length":1.500001}"#
        ),
    ]

    @Test(arguments: limits)
    func `a limit keeps its numbers`(limit: RateLimit, text: String) throws {
        #expect(written { limit.write(to: &$0) } == text)
        let read = try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
            try RateLimit(from: &json)
        }
        #expect(read == limit)
    }

    @Test(arguments: [
        #"{"limit":"bucket","perSecond":1e999,"burst":2}"#,
        #"{"limit":"window","requests":1,"length":1e300}"#,
        #"{"limit":"window","requests":1e40,"length":1}"#,
        #"{"limit":"fence","requests":1,"length":1}"#,
    ])
    func `a limit that no number of ours can hold is refused`(text: String) {
        #expect(throws: JSONError.self) {
            try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
                try RateLimit(from: &json)
            }
        }
    }

    @Test func `a null and a value that is not there are kept apart`() throws {
        for known in [JSONValue?.none, .some(.null)] {
            let event = DriftFound(sku: "A", field: "gtin", known: known, live: "1")
            let read = try EventDecoding.decode(DriftFound.self, version: 1, body: event.body)
            #expect(read == event)
        }
    }

    @Test(arguments: WriteRule.allCases, ChangeReason.allCases)
    func `every rule and reason of a change is read as it is written`(
        rule: WriteRule, reason: ChangeReason
    ) throws {
        let change = FieldChange(field: "label", old: nil, new: "A", rule: rule, reason: reason)
        let text = written { change.write(to: &$0) }
        #expect(text.contains("\"rule\":\"\(rule.rawValue)\"") == (rule != .always))
        #expect(text.contains("\"reason\":\"\(reason.rawValue)\"") == (reason != .new))
        let read = try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
            try FieldChange(from: &json)
        }
        #expect(read == change)
    }

    private static func intent(of effect: JSONValue) -> JSONValue {
        [
            "effects": [effect], "attempt": 1, "method": "POST", "path": "/",
            "bodyHash": .string(String(repeating: "0", count: 64)), "believed": [:],
        ]
    }
}

private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
}
