import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixSandbox
import SandboxWorld
import Testing

import SandboxFaults
@testable import SandboxServer

@Suite struct `A sandbox` {
    @Test(arguments: [
        ("/catalog/2022-04-01/items", SandboxSystem.amazon), ("/auth/o2/token", .lwa),
        ("/images/I/71a.jpg", .images), ("/auth/api/get-token", .plytix),
        ("/api/v1/products", .plytix), ("/api/v2/products/search", .plytix),
        ("/api/v1.1/file/public_files/pim/a.jpg", .plytix), ("/control/state", .control),
        ("/", .none), ("/auth", .none), ("/catalogue", .none),
    ])
    func `tells by the path whom a request is for`(path: String, system: SandboxSystem) {
        #expect(SandboxSystem(path: RequestTarget(base + path).components) == system)
    }

    @Test func `lets Plytix fetch a picture from Amazon's side`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let picture = try #require(World.bundled.items[3].pictures.first)
        let served = visitor.get("/images/I/\(picture.file)")
        let answer = try visitor.upload("\(base)/images/I/\(picture.file)", as: "a.jpg")
        #expect(answer.status == 201)
        #expect(try answer.json()["data"][0]["file_size"].int == served.body.count)
    }

    @Test func `answers 409 for the picture that somebody uploaded before`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let id = try #require(World.bundled.uploadedBefore.first)
        let url = "\(base)/images/I/\(id).jpg"
        #expect(try visitor.upload(url, as: "amazon_\(id).jpg").status == 409)
        #expect(try visitor.upload(url, as: "amazon_\(id).jpg", to: "fresh").status == 201)
    }

    @Test func `cannot fetch a picture that is gone, nor one from elsewhere`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let gone = try #require(World.bundled.missingPictures.first)
        #expect(try visitor.upload("\(base)/images/I/\(gone).jpg", as: "a.jpg").status == 422)
        #expect(try visitor.upload("http://192.0.2.1/images/I/a.jpg", as: "b.jpg").status == 422)
    }

    @Test func `lets one account fetch the other one's file from Plytix`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let file = try #require(World.bundled.items[3].pictures.first?.file)
        let original = try visitor.upload("\(base)/images/I/\(file)", as: "a.jpg").json()
        let url = try #require(original["data"][0]["url"].string)
        let copy = try visitor.upload(url, as: "a.jpg", to: "fresh")
        #expect(copy.status == 201)
        #expect(try copy.json()["data"][0]["file_size"] == original["data"][0]["file_size"])
        let head = visitor.sandbox.respond(to: Request(.head, url), at: opening)
        #expect(head.body.isEmpty)
        #expect(
            head.headers[.contentLength] == original["data"][0]["file_size"].int.map(String.init))
    }

    @Test func `has the canonical products in one account and nothing in the other`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        #expect(try visitor.skus() == World.bundled.canonicals.map(\.sku).sorted())
        let fresh = try visitor.get("/control/state?target=fresh").json()
        for (key, value) in fresh.object?.members ?? [] where key != "account" {
            #expect(value == [], "\(key)")
        }
    }

    @Test func `has new account ids for another account seed, and the same for the same`() throws {
        func id(_ accountSeed: UInt64, _ alias: String) throws -> String? {
            let visitor = Visitor(sandbox: try makeSandbox(accountSeed: accountSeed))
            return try visitor.get("/control/state?target=\(alias)").json()["account"]["id"].string
        }
        #expect(try id(1, "default") == id(1, "default"))
        #expect(try Set([id(1, "default"), id(2, "default"), id(1, "fresh")]).count == 3)
        #expect(try id(1, "default")?.count == 24)
    }

    @Test(arguments: [
        ("/auth/o2/token", "error"), ("/catalog/2022-04-01/items", "errors"),
        ("/api/v1/products", "error"),
    ])
    func `refuses a body that is too large in the words of each system`(
        path: String, key: String
    ) throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let request = Request(
            .post, base + path, headers: try visitor.key(),
            body: [UInt8](repeating: 0x20, count: Sandbox.bodyBytesMax + 1))
        let answer = visitor.sandbox.respond(to: request, at: opening)
        #expect(answer.status == 413)
        #expect(try !answer.json()[key].isNull)
    }
}
