import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxWorld
import Testing

@Suite struct PictureTests {
    private func get(_ shopper: Shopper, _ url: String, _ method: HTTPRequest.Method = .get)
        -> Response
    {
        shopper.sandbox.respond(to: Request(method, url), at: shopper.now)
    }

    /// Width and height as the JPEG's frame says.
    private func size(_ jpeg: [UInt8]) -> [Int?] {
        guard let frame = jpeg.firstRange(of: [0xFF, 0xC0, 0, 11, 8])?.upperBound else { return [] }
        return [frame + 2, frame].map { Int(jpeg[$0]) << 8 | Int(jpeg[$0 + 1]) }
    }

    @Test func `every listed picture is served but the one that is gone`() throws {
        let shopper = try Shopper()
        var gone = Set<String>()
        var contents = Set<[UInt8]>()
        var files = Set<String>()
        for item in World.bundled.items where !item.pictures.isEmpty {
            let body = try shopper.item(item.asin, "includedData=images").json()
            for image in body["images"][0]["images"].elements {
                let link = try #require(image["link"].string)
                #expect(link.hasPrefix("http://127.0.0.1:8080/images/I/"))
                let response = get(shopper, link)
                if response.status == 404 {
                    gone.insert(link)
                } else {
                    #expect(response.headers[.contentType] == "image/jpeg")
                    #expect(size(response.body) == [image["width"].int, image["height"].int])
                    files.insert(link)
                    contents.insert(response.body)
                }
            }
        }
        #expect(gone.count == 2)
        #expect(gone.allSatisfy { $0.contains("858JBNPI2ML") })
        #expect(contents.count == files.count)
    }

    @Test func `a HEAD has the headers without the picture`() throws {
        let shopper = try Shopper()
        let url = "/images/I/76t58KC+LUL.jpg"
        let whole = get(shopper, url)
        let head = get(shopper, url, .head)
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers[.contentLength] == "\(whole.body.count)")
        #expect(get(shopper, "/images/I/76t58KC%2BLUL.jpg").body == whole.body)
    }

    @Test func `a picture is found by its URL, wherever the links lead`() throws {
        let shopper = try Shopper()
        let file = "/images/I/867YSH0VJYL.jpg"
        guard
            case .found(let bytes, "image/jpeg") = shopper.sandbox.picture(
                at: "http://127.0.0.1:8080" + file)
        else { throw Missing() }
        #expect(bytes == get(shopper, file).body)
        #expect(shopper.sandbox.picture(at: "http://127.0.0.1:8080/images/I/none.jpg") == .notFound)
        #expect(shopper.sandbox.picture(at: "http://127.0.0.1:8080/other") == .notFound)
        #expect(shopper.sandbox.picture(at: "http://127.0.0.1:9090" + file) == .unknownHost)
        shopper.sandbox.setImagesURL("http://127.0.0.1:9090")
        #expect(shopper.sandbox.picture(at: "http://127.0.0.1:9090" + file) != .unknownHost)
        let body = try shopper.item("B07X8Z63ZL", "includedData=images").json()
        let link = body["images"][0]["images"][0]["link"].string
        #expect(link?.hasPrefix("http://127.0.0.1:9090/images/I/") == true)
    }

    private struct Missing: Error {}
}

@Suite struct RequestCountTests {
    @Test func `every request is counted by system, operation and status`() throws {
        let shopper = try Shopper()
        _ = shopper.search("keywords=moc")
        _ = shopper.search("keywords=moc&pageSize=0")
        _ = shopper.item("B0NOTTHERE")
        _ = shopper.get("/nothing")
        _ = shopper.get("/images/I/none.jpg")
        _ = shopper.sandbox.picture(at: "http://127.0.0.1:8080/images/I/867YSH0VJYL.jpg")
        let counts = shopper.sandbox.requestCounts().map {
            "\($0.system) \($0.operation) \($0.status): \($0.count)"
        }
        #expect(
            counts == [
                "amazon getCatalogItem 404: 1", "amazon searchCatalogItems 200: 1",
                "amazon searchCatalogItems 400: 1", "amazon unknown 403: 1",
                "images getPicture 200: 1", "images getPicture 404: 1", "lwa token 200: 1",
            ])
    }
}
