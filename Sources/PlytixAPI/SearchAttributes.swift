package import HTTP

extension PlytixClient {
    /// `POST /attributes/product/search`: one page of attribute definitions.
    ///
    /// Source: `plytix-api.md` 7: nothing but ids comes back unless it is asked for.
    package func searchAttributes(
        page: Int = 1
    ) async throws(APIError) -> Answered<SearchPage<AttributeDefinitionSeen>> {
        try await searchPage(
            "searchAttributes", "/attributes/product/search",
            columns: ["name", "label", "type_class", "options"], page: page
        ) { AttributeDefinitionSeen($0) }
    }

    /// All attribute definitions: a request for each hundred.
    package func allAttributes() async throws(APIError) -> [AttributeDefinitionSeen] {
        try await allRows(\.id) { page async throws(APIError) in
            try await self.searchAttributes(page: page)
        }
    }
}
