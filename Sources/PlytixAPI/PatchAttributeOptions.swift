package import HTTP
import HTTPTypes
import JSON

extension PlytixClient {
    /// `PATCH /attributes/product/{id}`: sets the options of a dropdown or multiselect.
    ///
    /// Source: `plytix-api.md` 7: the list replaces what is there, so that it names all that shall
    /// stay.
    package func patchAttributeOptions(
        _ id: String, options: [String]
    ) async throws(APIError) -> Answered<AttributeDefinitionSeen> {
        let (response, operation) = try await send(
            "patchAttribute", .write, .patch, "/attributes/product/\(Self.part(id))",
            json: ["options": JSONValue(options)])
        guard response.status == 200 else { throw error(for: response, operation) }
        let seen = try PlytixAnswer.row(of: response, operation: operation) {
            AttributeDefinitionSeen($0)
        }
        return Answered(seen, AnswerFacts(response))
    }
}
