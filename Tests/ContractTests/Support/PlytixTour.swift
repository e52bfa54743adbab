import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixSandbox

/// Somebody who asks Plytix' sandbox for everything that contradicts its specification.
final class PlytixTour {
    private let sandbox: SandboxedPlytix
    private let exchanges: Exchanges
    private var now = Instant(seconds: 1_772_400_000)
    private var token = ""

    static let picture = "https://images.test/a.jpg"

    init(_ quirks: Set<Quirk> = [], _ exchanges: Exchanges) {
        self.exchanges = exchanges
        sandbox = Self.sandbox(quirks)
        let login: JSONValue = ["api_key": "key", "api_password": "password"]
        token = ask(.post, "/auth/api/get-token", login)["access_token"].string ?? ""
    }

    static func sandbox(_ quirks: Set<Quirk> = []) -> SandboxedPlytix {
        SandboxedPlytix(
            accounts: [AccountConfiguration(alias: "default", key: "key", password: "password")],
            configuration: .init(quirks: quirks, bodyBytesMax: 65_536, orderedRowsMax: 1)
        ) { .file(bytes: Array($0.utf8), contentType: "image/jpeg") }
    }

    /// The first row of the answer.
    @discardableResult
    func ask(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) -> JSONValue {
        ask(method, path, bytes: body?.bytes ?? [])
    }

    @discardableResult
    func ask(_ method: HTTPRequest.Method, _ path: String, bytes: [UInt8]) -> JSONValue {
        now = now + .seconds(1)
        let request = Request(
            method, "https://pim.plytix.com\(path)",
            headers: [.authorization: "Bearer \(token)"], body: bytes)
        let response = sandbox.respond(to: request, at: now)
        exchanges.keep(request, response)
        return ((try? response.json()) ?? .null)["data"][0]
    }

    @discardableResult
    private func make(_ path: String, _ body: JSONValue) -> String {
        ask(.post, "/api/v1/\(path)", body)["id"].string ?? ""
    }

    // MARK: Ways

    func products() {
        let first = make("products", ["sku": "A"])
        let second = make("products", ["sku": "B", "label": "b"])
        ask(.post, "/api/v1/products", ["sku": "A"])
        ask(.post, "/api/v1/products", ["sku": "C", "thumbnail": "text"])
        ask(.post, "/api/v1/products", bytes: [UInt8](repeating: 0x20, count: 70_000))
        ask(.patch, "/api/v1/products/\(first)", ["status": "Gone"])
        ask(.patch, "/api/v1/products/\(first)", ["status": "Draft"])
        ask(.post, "/api/v1/products/search", bytes: Array("{".utf8))
        ask(.post, "/api/v1/products/search", ["filters": [], "pagination": ["order": "sku"]])
        ask(.post, "/api/v1/products/search", ["filters": [], "attributes": ["nothing"]])
        ask(.get, "/api/v1/products")
        ask(.delete, "/api/v1/products/\(first)/assets")
        ask(.get, "/api/v1/filters/product/")
        let asset = make("assets", ["url": .string(Self.picture), "filename": "a.jpg"])
        ask(.patch, "/api/v1/products/\(second)", ["thumbnail": ["id": .string(asset)]])
        ask(.get, "/api/v1/products/\(second)")
        ask(.post, "/api/v1/products/\(first)/variants", ["variant": ["sku": "V"]])
        ask(.get, "/api/v1/products/\(first)/variants")
    }

    func definitions() {
        let attribute = make("attributes/product", ["name": "Size", "type_class": "TextAttribute"])
        make("attributes/product", ["name": "Size", "type_class": "TextAttribute"])
        ask(.post, "/api/v1/attribute-groups/product", ["name": "Group"])
        ask(.post, "/api/v1/attribute-groups/product/search", ["filters": []])
        ask(.post, "/api/v1/categories/product", ["name": "Shoes"])
        ask(.post, "/api/v1/categories/product/search", ["filters": [], "attributes": ["none"]])
        let family = make("product_families", ["name": "Amazon", "attributes": []])
        make("product_families", ["name": "Amazon"])
        ask(.post, "/api/v1/product_families/search", ["filters": [], "attributes": ["name"]])
        ask(.get, "/api/v1/product_families/\(family)")
        ask(.patch, "/api/v1/product_families/\(family)", ["name": "Other"])
        ask(
            .post, "/api/v1/product_families/\(family)/attributes/link",
            ["attributes": [.string(attribute)]])
        ask(.delete, "/api/v1/product_families/\(family)")
        make("relationships", ["name": "Listings"])
        make("relationships", ["name": "Listings"])
    }

    func links() {
        let (first, second) = (make("products", ["sku": "A"]), make("products", ["sku": "B"]))
        let relation = make("relationships", ["name": "Listings"])
        let links: JSONValue = [
            "product_relationships": [["product_id": .string(second), "quantity": 1]]
        ]
        for method in [HTTPRequest.Method.post, .patch] {
            ask(method, "/api/v2/products/\(first)/relationships/\(relation)", links)
        }
    }

    /// A gallery of more pictures than a product takes.
    func tooManyPictures() {
        make(
            "attributes/product", ["name": "pictures", "type_class": "MediaGalleryAttribute"])
        let ids = (0...300).map { number in
            make(
                "assets",
                [
                    "url": .string("https://images.test/\(number).jpg"),
                    "filename": .string("\(number).jpg"),
                ])
        }
        let product = make("products", ["sku": "A"])
        let entries = ids.map { id -> JSONValue in ["id": .string(id)] }
        ask(
            .patch, "/api/v1/products/\(product)", ["attributes": ["pictures": .array(entries)]])
    }
}
