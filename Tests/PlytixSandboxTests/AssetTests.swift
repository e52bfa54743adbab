import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Uploading an asset` {
    private static let url = "\(Bench.pictures)/a.jpg"

    @Test func `by URL gives the asset`() {
        let bench = Bench()
        let reply = bench.post(
            "v1/assets", ["url": .string(Self.url), "filename": "amazon_a.jpg", "alt_text": "x"])
        let account = bench.state()["account"]["id"].string ?? ""
        let path = "public_files/pim/assets/\(account)/images/\(reply.id)/amazon_a.jpg"
        #expect(
            reply.text
                == text(
                    201,
                    [
                        "data": [
                            [
                                "id": .string(reply.id), "filename": "amazon_a.jpg",
                                "extension": "jpg", "content_type": "image/jpeg",
                                "file_type": "IMAGES", "file_size": 5, "status": "ACTIVE",
                                "assigned": false, "n_products": 0, "n_catalogs": 0,
                                "categories": [], "has_custom_thumb": false,
                                "created": "2026-03-01T21:20:00.000000+00:00",
                                "modified": "2026-03-01T21:20:00.000000+00:00",
                                "file_modified": "2026-03-01T21:20:00.000000",
                                "thumbnail": .string(
                                    "https://files.plytix.com/api/v1.1/thumb/\(path)"),
                                "url": .string("https://files.plytix.com/api/v1.1/file/\(path)"),
                            ]
                        ]
                    ]))
        #expect(bench.get("v1/assets/\(reply.id)").first == reply.first)
    }

    @Test func `without a name takes the one in the URL`() {
        let reply = Bench().post("v1/assets", ["url": .string("\(Bench.pictures)/x/a%2Bb.jpg?w=5")])
        #expect(reply.first["filename"] == "a+b.jpg")
    }

    @Test func `from a URL that was uploaded gives 409 with the id`() {
        let bench = Bench()
        let id = bench.asset("a.jpg")
        #expect(
            bench.post("v1/assets", ["url": .string(Self.url), "filename": "other.jpg"]).text
                == refused(409, "Asset already exists", ("asset.id", .string(id))))
    }

    @Test func `that somebody uploaded before gives 409 too`() {
        let bench = Bench(uploaded: [.init(filename: "old.jpg", url: Self.url, bytes: [1])])
        let reply = bench.post("v1/assets", ["url": .string(Self.url)])
        #expect(reply.status == 409)
        let id = reply.json["error"]["errors"][0]["msg"].string ?? ""
        #expect(bench.get("v1/assets/\(id)").first["filename"] == "old.jpg")
    }

    @Test func `by content gives the asset`() {
        let bench = Bench()
        let reply = bench.post("v1/assets", ["filename": "x.png", "content": "AAECAw=="])
        #expect(reply.status == 201)
        #expect(reply.first["file_size"] == 4)
        #expect(reply.first["content_type"] == "image/png")
    }

    @Test(
        arguments: [
            ([:], "url", "Missing data for required field."),
            (
                ["content": "AAEC"], "filename",
                "filename field is mandatory when uploading from content"
            ),
            (["content": "*", "filename": "x.png"], "content", "Not valid base64."),
            (["url": 1], "url", "Not a valid URL."), (["url": "x"], "url", "Not a valid URL."),
            (["url": "ftp://x/y.jpg"], "url", "Not a valid URL."),
            (["url": "file:///etc/passwd"], "url", "Not a valid URL."),
            (["url": "https://images.test/gone.jpg"], "url", "url is not accessible"),
            (["url": "https://nowhere.test/a.jpg"], "url", "url is not accessible"),
        ] as [(JSONValue, String, JSONValue)])
    func `badly gives 422`(_ body: JSONValue, _ field: String, _ message: JSONValue) {
        let bench = Bench()
        #expect(
            bench.post("v1/assets", body).text
                == refused(422, "Schema validation error", (field, message)))
        #expect(bench.state()["assets"] == [])
    }

    @Test func `makes a file that is served without a token, and gone when deleted`() {
        let bench = Bench()
        let asset = bench.post("v1/assets", ["url": .string(Self.url), "filename": "ä b.jpg"]).first
        func file(_ key: String) -> Response {
            bench.sandbox.respond(to: Request(.get, asset[key].string ?? ""), at: bench.now)
        }
        #expect(file("url").body == Array("a.jpg".utf8))
        #expect(file("url").headers[.contentType] == "image/jpeg")
        #expect(file("thumbnail").status == 200)
        #expect(bench.delete("v1/assets/\(asset["id"].string ?? "")").text == "204")
        #expect(file("url").status == 404)
        #expect(bench.post("v1/assets", ["url": .string(Self.url)]).status == 201)
    }

    @Test func `can be made of a file that this very sandbox serves`() {
        let bench = Bench()
        let url = bench.get("v1/assets/\(bench.asset("a.jpg"))").first["url"].string ?? ""
        // A transport that answers uploads by asking the sandbox again must not hang.
        let request = Request(.get, url)
        let served = bench.sandbox.respond(to: request, at: bench.now)
        #expect(served.body == Array("a.jpg".utf8))
    }
}

@Suite struct `An asset` {
    @Test func `takes a new name of the same extension, and file categories`() {
        let bench = Bench()
        let id = bench.asset("a.jpg")
        let category = bench.post("v1/categories/file", ["name": "Photos"]).id
        bench.wait(.seconds(1))
        let reply = bench.patch(
            "v1/assets/\(id)",
            ["filename": "b.jpg", "categories": [["id": .string(category)]]])
        #expect(reply.status == 200)
        #expect(reply.first["filename"] == "b.jpg")
        #expect(reply.first["categories"] == [["id": .string(category)]])
        #expect(reply.first["modified"] == "2026-03-01T21:20:01.000000+00:00")
        #expect(
            bench.patch("v1/assets/\(id)", ["filename": "b.png"]).text
                == refused(
                    422, "Extension changes are not allowed",
                    ("filename", "Extension changes are not allowed")))
        #expect(bench.patch("v1/assets/\(id)", ["categories": [["id": "x"]]]).status == 422)
    }

    @Test(arguments: [HTTPRequest.Method.get, .patch, .delete])
    func `that is not there gives 404`(_ method: HTTPRequest.Method) {
        #expect(
            Bench().send(method, "v1/assets/000000000000000000000000", [:]).text
                == refused(
                    404, " No results found for 000000000000000000000000",
                    ("asset_id", "asset does not exist")))
    }

    @Test func `that is deleted leaves every product`() {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        let asset = bench.asset("a.jpg")
        let id = bench.product(
            "A",
            [
                "thumbnail": ["id": .string(asset)],
                "attributes": ["pictures": [["id": .string(asset)]]],
            ])
        bench.delete("v1/assets/\(asset)")
        #expect(bench.read(id)["assets"] == [])
        #expect(bench.read(id)["thumbnail"].isNull)
    }

    private func form(_ filename: String, _ content: String, part: String = "file") -> [UInt8] {
        Array(
            """
            --frontier\r
            Content-Disposition: form-data; name="\(part)"; filename="\(filename)"\r
            Content-Type: image/jpeg\r
            \r
            \(content)\r
            --frontier--\r\n
            """.utf8)
    }

    private func replace(_ bench: Bench, _ id: String, _ bytes: [UInt8]) -> Reply {
        bench.send(
            .put, "v1/assets/\(id)/content",
            headers: [.contentType: "multipart/form-data; boundary=frontier"], bytes: bytes)
    }

    @Test func `takes new content of the same format, a little later`() {
        let bench = Bench()
        let id = bench.asset("a.jpg")
        bench.wait(.seconds(1))
        let reply = replace(bench, id, form("new.jpeg", "longer content"))
        #expect(reply.status == 202)
        #expect(reply.first["file_modified"] == "2026-03-01T21:20:01.000000")
        #expect(bench.get("v1/assets/\(id)").first["file_size"] == 5)
        bench.wait(.seconds(1))
        #expect(bench.get("v1/assets/\(id)").first["file_size"] == 14)
        #expect(
            replace(bench, id, form("new.png", "x")).text
                == refused(
                    400, "You cannot change the format type of the asset.",
                    ("content_type", "You cannot change the format type of the asset.")))
        #expect(replace(bench, id, form("new.jpg", "x", part: "other")).status == 400)
        #expect(replace(bench, id, Array("x".utf8)).status == 400)
        #expect(
            replace(bench, "x", form("new.jpg", "x")).text
                == refused(404, " No results found for x", ("id", "asset does not exist")))
    }

    @Test(
        arguments: [
            ("filename", "eq", "A.JPG", ["a.jpg"]), ("filename", "like", ".j", ["a.jpg", "b.jpg"]),
            ("filename", "!eq", "a.jpg", ["b.jpg", "c.txt"]), ("extension", "eq", "txt", ["c.txt"]),
            ("file_type", "in", ["IMAGES"], ["a.jpg", "b.jpg"]),
            ("file_type", "!in", ["IMAGES"], ["c.txt"]), ("assigned", "eq", true, ["b.jpg"]),
            ("file_size", "gt", 5, []), ("status", "eq", "active", ["a.jpg", "b.jpg", "c.txt"]),
            ("created", "gte", "2026-03-01", ["a.jpg", "b.jpg", "c.txt"]),
            ("categories", "!exists", nil, ["a.jpg", "b.jpg", "c.txt"]), ("id", "in", [], []),
        ] as [(String, String, JSONValue, [JSONValue])])
    func `is found`(_ field: String, _ operation: String, _ value: JSONValue, _ names: [JSONValue])
    {
        let bench = Bench()
        bench.asset("a.jpg")
        bench.product("A", ["thumbnail": ["id": .string(bench.asset("b.jpg"))]])
        bench.post("v1/assets", ["filename": "c.txt", "content": "AAEC"])
        let filter: JSONValue = [
            "field": .string(field), "operator": .string(operation), "value": value,
        ]
        let reply = bench.post(
            "v1/assets/search", ["filters": [[filter]], "attributes": ["filename"]])
        #expect(reply.data.map { $0["filename"] } == names)
        #expect(reply.json["pagination"]["total_count"] == 3)
    }

    @Test func `shows the columns that are asked for`() {
        let bench = Bench()
        let id = bench.asset("a.jpg")
        #expect(bench.post("v1/assets/search", [:]).data == [["id": .string(id)]])
        let row = bench.post(
            "v1/assets/search",
            [
                "attributes": ["url", "n_products", "file_size"],
                "pagination": ["order": "-filename"],
            ]
        ).first
        #expect(row["n_products"] == 0)
        #expect(row["file_size"] == 5)
        #expect(row["url"].string?.hasSuffix("/a.jpg") == true)
        #expect(
            bench.post("v1/assets/search", ["filters": [[["field": "eq", "operator": "eq"]]]]).text
                == refused(
                    422, "Schema validation error", ("eq", "unknown field"),
                    ("filters", "Unable to decode filters properly")))
        #expect(bench.post("v1/assets/search", ["attributes": ["none"]]).status == 422)
    }
}
