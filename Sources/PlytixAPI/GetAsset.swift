package import HTTP
import HTTPTypes

extension PlytixClient {
    /// `GET /assets/{id}`: an asset; nil when there is none.
    package func getAsset(_ id: String) async throws(APIError) -> Answered<PlytixAsset?> {
        let (response, operation) = try await send(
            "getAsset", .read, .get, "/assets/\(Self.part(id))")
        if response.status == 404 { return Answered(nil, AnswerFacts(response)) }
        guard response.status == 200 else { throw error(for: response, operation) }
        let asset = try PlytixAnswer.row(of: response, operation: operation) { PlytixAsset($0) }
        return Answered(asset, AnswerFacts(response))
    }
}
