package import HTTP

extension PlytixClient {
    /// `POST /relationships/search`: one page of relation definitions (`plytix-api.md` 11).
    package func searchRelations(
        page: Int = 1
    ) async throws(APIError) -> Answered<SearchPage<RelationSeen>> {
        try await searchPage(
            "searchRelations", "/relationships/search", columns: ["name", "label"], page: page
        ) { RelationSeen($0) }
    }

    /// All relation definitions: a request for each hundred.
    package func allRelations() async throws(APIError) -> [RelationSeen] {
        try await allRows(\.id) { page async throws(APIError) in
            try await self.searchRelations(page: page)
        }
    }
}
