package import HTTP
import JSON

extension PlytixClient {
    /// `POST /assets/search` by file name: the assets of that name.
    ///
    /// Source: `plytix-api.md` 9. The server ignores case: compare `fileName` exactly. There is no
    /// filter by URL. Columns are those that can be filtered by, which are known to exist.
    package func searchAssets(
        fileName: String, page: Int = 1
    ) async throws(APIError) -> Answered<SearchPage<PlytixAsset>> {
        try await searchPage(
            "searchAssets", "/assets/search",
            filters: [[ProductFilter("filename", "eq", JSONValue(fileName))]],
            columns: ["filename", "file_size", "status"], page: page
        ) { PlytixAsset($0) }
    }
}
