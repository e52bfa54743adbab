package import HTTP
import JSON

extension PlytixClient {
    /// `POST /product_families`: creates a family with attributes, by their ids.
    ///
    /// Source: `plytix-api.md` 8. What a name that is taken gives is not documented; a 409, and a
    /// 422 that says so, are taken for it.
    package func createFamily(
        name: String, attributeIDs: [String]
    ) async throws(APIError) -> Answered<DefinitionCreation<FamilySeen>> {
        try await create(
            "createFamily", "/product_families",
            ["name": JSONValue(name), "attributes": JSONValue(attributeIDs)]
        ) { FamilySeen($0) }
    }
}
