package import HTTP
import HTTPTypes
import JSON

/// What came of uploading an asset.
package enum AssetCreation: Sendable, Hashable {
    /// A 201, which does not say that the picture is new to the account (`plytix-unknowns.md` 1).
    case created(PlytixAsset)
    /// Plytix has it already, under this id and perhaps another name; nil when the answer does not
    /// name the id, which then has to be looked up by file name.
    case exists(id: String?)
}

extension PlytixClient {
    /// `POST /assets`: has Plytix fetch a file from a URL.
    ///
    /// Source: `plytix-api.md` 9, `plytix-unknowns.md` 1 to 3. A file that cannot be fetched is a
    /// 400 or 422, or an asset without bytes. Plytix may take long to fetch: a minute is allowed.
    package func createAsset(
        url: String, fileName: String
    ) async throws(APIError) -> Answered<AssetCreation> {
        let (response, operation) = try await send(
            "createAsset", .write, .post, "/assets",
            json: ["url": JSONValue(url), "filename": JSONValue(fileName)], timeout: .seconds(60))
        let facts = AnswerFacts(response)
        switch response.status {
        case 200, 201:
            let asset = try PlytixAnswer.row(of: response, operation: operation) { PlytixAsset($0) }
            return Answered(.created(asset), facts)
        case 409:
            return Answered(.exists(id: Self.existingAsset(ServerComplaint(response))), facts)
        default: throw error(for: response, operation)
        }
    }

    /// The id of the asset that a conflict is about: of the entry for `asset.id`, else any that the
    /// body holds.
    ///
    /// The same entry is used for other messages, so that it must look like an id.
    private static func existingAsset(_ complaint: ServerComplaint) -> String? {
        complaint.entries.first { $0.field == "asset.id" && PlytixID.isID($0.message) }?.message
            ?? PlytixID.all(in: complaint.body).first
    }
}
