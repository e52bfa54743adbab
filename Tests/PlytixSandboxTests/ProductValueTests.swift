import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `The value of an attribute` {
    private static let options = ["Red", "Blue"]

    /// What a written value reads as in versions 1 and 2.
    @Test(
        arguments: [
            (.text, "x", "x", "x"), (.multiline, "x\ny", "x\ny", "x\ny"),
            (.html, "<b>", "<b>", "<b>"),
            (.url, "http://a.b", "http://a.b", "http://a.b"), (.text, "", "", ""),
            (.int, 12, 12, 12), (.int, "12", 12, 12), (.int, -3, -3, -3),
            (.decimal, 1.5, 1.5, 1.5), (.decimal, "1.50", 1.5, 1.5), (.decimal, 7, 7, 7),
            (.boolean, false, false, false),
            (.date, "2023-02-27", "2023-02-27T00:00:00", "2023-02-27"),
            (.dropdown, "Red", "Red", "Red"), (.multiSelect, ["Red"], ["Red"], ["Red"]),
            (.multiSelect, [], nil, nil), (.completeness, 50, nil, nil),
        ] as [(TypeClass, JSONValue, JSONValue, JSONValue)])
    func `reads as it was written`(
        _ type: TypeClass, _ value: JSONValue, _ version1: JSONValue, _ version2: JSONValue
    ) {
        let bench = Bench()
        bench.attribute("Field", type, options: Self.options)
        let id = bench.product("A", ["attributes": ["field": value]])
        #expect(bench.read(id)["attributes"]["field"] == version1)
        #expect(bench.get("v2/products/\(id)").first["attributes"]["field"] == version2)
        let row = bench.post("v1/products/search", ["attributes": ["attributes.field"]]).first
        #expect(row["attributes"]["field"] == version1)
    }

    @Test(
        arguments: [
            (.text, 1, "Not a valid string."), (.html, ["a"], "Not a valid string."),
            (.url, true, "Not a valid string."), (.int, "x", "Not a valid integer."),
            (.int, 1.5, "Not a valid integer."),
            (.int, 12_345_678_901_234_567, "Not a valid integer."),
            (.decimal, "x", "Not a valid number."), (.decimal, true, "Not a valid number."),
            (.boolean, "true", "Not a valid boolean."),
            (.date, "2023-02-27T10:00:00Z", "Invalid date format"),
            (.date, "2023-2-7", "Invalid date format"),
            (.date, "2023-02-30", "Invalid date format"),
            (.date, 20_230_227, "Invalid date format"),
            (.dropdown, "red", "red is not a valid value for Field attribute."),
            (.dropdown, ["Red"], "Not a valid string."), (.multiSelect, "Red", "Not a valid list."),
            (
                .multiSelect, ["Red", "Teal"],
                "[u'Teal'] are not a valid values for Field attribute."
            ),
            (
                .multiSelect, ["a", "b"],
                "[u'a', u'b'] are not a valid values for Field attribute."
            ),
            (.media, "x", ["_schema": ["Invalid input type."]]),
            (.media, ["id": "x"], "asset does not exist"),
            (.mediaGallery, ["id": "x"], "Not a valid list."),
            (.mediaGallery, [["id": "x"]], "asset does not exist"),
            (.mediaGallery, ["x"], ["_schema": ["Invalid input type."]]),
        ] as [(TypeClass, JSONValue, JSONValue)])
    func `that does not fit is refused`(_ type: TypeClass, _ value: JSONValue, _ message: JSONValue)
    {
        let bench = Bench()
        bench.attribute("Field", type, options: Self.options)
        #expect(
            bench.post("v1/products", ["sku": "A", "attributes": ["field": value]]).text
                == refused(422, "product data validation failed", ("field", message)))
    }

    @Test func `in a media attribute or gallery reads as objects, in version 2 as ids`() {
        let bench = Bench()
        bench.attribute("Hero", .media)
        bench.attribute("Pictures", .mediaGallery)
        let asset = bench.asset("a+b c.jpg")
        let account = bench.state()["account"]["id"].string ?? ""
        let id = bench.product(
            "A",
            ["attributes": ["hero": ["id": .string(asset)], "pictures": [["id": .string(asset)]]]])
        let path = "public_files/pim/assets/\(account)/images/\(asset)/a%2Bb%20c.jpg"
        let shown: JSONValue = [
            "id": .string(asset), "filename": "a+b c.jpg",
            "thumbnail": .string("https://files.plytix.com/api/v1.1/thumb/\(path)"),
            "url": .string("https://files.plytix.com/api/v1.1/file/\(path)"),
        ]
        #expect(bench.read(id)["attributes"] == ["hero": shown, "pictures": [shown]])
        #expect(
            bench.get("v2/products/\(id)").first["attributes"]
                == ["hero": [.string(asset)], "pictures": [.string(asset)]])
    }

    @Test func `of a completeness attribute is the share of its parts`() {
        let bench = Bench()
        bench.attribute("One")
        bench.attribute("Two")
        bench.post(
            "v1/attributes/product",
            [
                "name": "Complete", "type_class": "CompletenessAttribute",
                "attributes": [["id": nil, "label": "sku"], ["label": "one"], ["label": "two"]],
            ])
        let id = bench.product("A", ["attributes": ["one": "1"]])
        #expect(bench.read(id)["attributes"]["complete"] == 66.67)
    }
}
