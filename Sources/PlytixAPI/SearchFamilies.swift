package import HTTP

extension PlytixClient {
    /// `POST /product_families/search`: one page of families (`plytix-api.md` 8).
    package func searchFamilies(
        page: Int = 1
    ) async throws(APIError) -> Answered<SearchPage<FamilySeen>> {
        try await searchPage(
            "searchFamilies", "/product_families/search", columns: ["name"], page: page
        ) { FamilySeen($0) }
    }

    /// All families: a request for each hundred.
    package func allFamilies() async throws(APIError) -> [FamilySeen] {
        try await allRows(\.id) { page async throws(APIError) in
            try await self.searchFamilies(page: page)
        }
    }
}
