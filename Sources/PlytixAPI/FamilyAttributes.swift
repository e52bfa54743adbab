package import HTTP
import HTTPTypes
import JSON

extension PlytixClient {
    /// `GET /product_families/{id}/attributes`: the attributes of a family (`plytix-api.md` 8).
    package func familyAttributes(
        of familyID: String
    ) async throws(APIError) -> Answered<[FamilyAttribute]> {
        let (response, operation) = try await send(
            "getFamilyAttributes", .read, .get,
            "/product_families/\(Self.part(familyID))/attributes")
        guard response.status == 200 else { throw error(for: response, operation) }
        let rows = try PlytixAnswer.rows(of: response, operation: operation)
        return Answered(rows.compactMap { FamilyAttribute($0) }, AnswerFacts(response))
    }

    /// `POST /product_families/{id}/attributes/link`: adds attributes to a family, by their ids.
    ///
    /// Source: `plytix-api.md` 8: it is accepted (202) and takes effect about a second later.
    package func linkFamilyAttributes(
        _ attributeIDs: [String], to familyID: String
    ) async throws(APIError) -> AnswerFacts {
        let (response, operation) = try await send(
            "linkFamilyAttributes", .write, .post,
            "/product_families/\(Self.part(familyID))/attributes/link",
            json: ["attributes": JSONValue(attributeIDs), "attributes_level": "no_level"])
        guard [200, 201, 202, 204].contains(response.status) else {
            throw error(for: response, operation)
        }
        return AnswerFacts(response)
    }
}
