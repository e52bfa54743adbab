import Catalog
import JSON
import SandboxWorld
import Testing

@Suite struct WorldJSONTests {
    @Test(arguments: [nil, 0, 60])
    func `a world is read back as it was written`(generated count: Int?) throws {
        let world = count.map { World.generated(count: $0, seed: 5) } ?? .bundled
        let read = try World(json: JSONValue(parsing: world.json.bytes))
        #expect(read.marketplace == world.marketplace)
        #expect(read.items == world.items)
        #expect(read.canonicals == world.canonicals)
        #expect(read.uploadedBefore == world.uploadedBefore)
        #expect(read.missingPictures == world.missingPictures)
    }

    @Test func `an item needs nothing but its ASIN`() throws {
        let world = try World(json: JSONValue(parsing: #"{"items": [{"asin": "B0SANDBX01"}]}"#))
        #expect(world.items == [World.Item(asin: "B0SANDBX01", productType: "PRODUCT")])
        #expect(world.marketplace == .us)
    }

    @Test(arguments: [
        (#"[]"#, #""catalogue": must be an object"#),
        (#"{}"#, #"the key "items" is missing"#),
        (#"{"items": {}}"#, #""items": must be an array"#),
        (#"{"items": [], "marketplace": "XX"}"#, #""marketplace": "XX" is no marketplace"#),
        (#"{"items": [{}]}"#, #"the key "items[0].asin" is missing"#),
        (#"{"items": [{"asin": "b1"}]}"#, #""items[0].asin": "b1" is no ASIN"#),
        (
            #"{"items": [{"asin": "B0SANDBX01", "titel": ""}]}"#,
            #""items[0].titel": is none of the keys here: asin, title, brand"#
        ),
        (
            #"{"items": [{"asin": "B0SANDBX01"}, {"asin": "B0SANDBX01"}]}"#,
            #""items[1].asin": "B0SANDBX01" is there twice"#
        ),
        (
            #"{"items": [{"asin": "B0SANDBX01", "pictures": [{"slot": "MAIN", "file": "a.jpg", "width": "9", "height": 1}]}]}"#,
            #""items[0].pictures[0].width": must be a positive integer"#
        ),
        (
            #"{"items": [{"asin": "B0SANDBX01", "pictures": [{"slot": "MAIN", "file": "a/b.jpg", "width": 9, "height": 1}]}]}"#,
            #""items[0].pictures[0].file": "a/b.jpg" is no name of a file"#
        ),
        (#"{"items": [], "canonicals": [{}]}"#, #"the key "canonicals[0].sku" is missing"#),
        (#"{"items": [], "uploaded_before": [1]}"#, #""uploaded_before[0]": must be a string"#),
    ])
    func `what is wrong with a catalogue file is named with its place`(
        text: String, message: String
    ) throws {
        let json = try JSONValue(parsing: text)
        let error = #expect(throws: JSONError.self) { try World(json: json) }
        let found = try #require(error)
        #expect("\(found)".hasPrefix(message))
    }
}
