package import HTTP
import HTTPTypes
import JSON

/// What came of creating a product.
package enum ProductCreation: Sendable, Hashable {
    case created(PlytixProduct)
    /// There is one with this SKU; the answer does not say which, so that it has to be looked up.
    case skuTaken
}

extension PlytixClient {
    /// `POST /products`: creates a product with all its values in one request.
    ///
    /// Source: `plytix-api.md` 6; a SKU that is taken is a 409 or a 422 that says so
    /// (`plytix-unknowns.md` 10).
    package func createProduct(
        _ draft: ProductDraft
    ) async throws(APIError) -> Answered<ProductCreation> {
        try await create("createProduct", "/products", draft.json)
    }

    /// `POST /products/{id}/variants`: creates a product as a variant of another.
    ///
    /// Source: `plytix-api.md` 13; answers and conflicts are those of a product's creation.
    package func createVariant(
        _ draft: ProductDraft, of parentID: String
    ) async throws(APIError) -> Answered<ProductCreation> {
        try await create(
            "createVariant", "/products/\(Self.part(parentID))/variants", ["variant": draft.json])
    }

    private func create(
        _ name: String, _ path: String, _ body: JSONValue
    ) async throws(APIError) -> Answered<ProductCreation> {
        let (response, operation) = try await send(name, .write, .post, path, json: body)
        let facts = AnswerFacts(response)
        switch response.status {
        case 200, 201:
            let product = try PlytixAnswer.row(of: response, operation: operation) {
                PlytixProduct($0)
            }
            return Answered(.created(product), facts)
        case 409: return Answered(.skuTaken, facts)
        case 422 where Self.saysSKUTaken(ServerComplaint(response)):
            return Answered(.skuTaken, facts)
        default: throw error(for: response, operation)
        }
    }

    private static func saysSKUTaken(_ complaint: ServerComplaint) -> Bool {
        complaint.saysTaken
            && (complaint.words.contains("sku") || complaint.entries.contains { $0.field == "sku" })
    }
}
