import Events
import Testing

@Suite struct `The list of kinds` {
    @Test func `each kind and nothing else has a schema and an example`() throws {
        let expected = EventKinds.all.flatMap { type in
            (1...type.version).flatMap { version in
                ["\(type.kind).v\(version).example.json", "\(type.kind).v\(version).schema.json"]
            }
        }
        #expect(try Repository.contractFiles() == expected.sorted())
    }

    @Test func `each kind and nothing else is a file that declares it`() throws {
        let declared = try Repository.sources().compactMap { file, text in
            text.contains("package static let kind =") ? file : nil
        }
        #expect(declared.sorted() == EventKinds.all.map { "\($0.kind).swift" }.sorted())
    }

    @Test func `no stored name is given twice`() {
        #expect(Set(EventKinds.all.map { $0.kind }).count == EventKinds.all.count)
    }

    @Test func `a stored name finds its kind`() {
        for type in EventKinds.all { #expect(EventKinds.type(named: type.kind) == type) }
        #expect(EventKinds.type(named: "ProductDreamt") == nil)
    }
}
