package import HTTP
import HTTPTypes
import JSON

/// What came of linking products.
package enum RelationLinking: Sendable, Hashable {
    /// Linked; with all links of the source in the relation, where the answer shows them.
    case changed(PlytixRelation?)
    /// All were linked before.
    case unchanged(PlytixRelation?)
    /// Nothing was linked, because these products are not there.
    case unknownProducts([String])
}

extension PlytixClient {
    /// The most related products of one product in one relation (`plytix-api.md` 11).
    package static let relatedMax = 300

    /// `POST /products/{id}/relationships/{relation}`: links several products in one request; those
    /// that are linked get the quantity.
    ///
    /// Source: `plytix-api.md` 11, `plytix-unknowns.md` 25: 201 changed, 200 unchanged, 409 names
    /// products that are not there. An unknown source or relation is a refusal with status 404.
    package func linkProducts(
        _ targets: [RelationTarget], from sourceID: String, relation relationID: String
    ) async throws(APIError) -> Answered<RelationLinking> {
        let entries = targets.map { target -> JSONValue in
            ["product_id": JSONValue(target.id), "quantity": JSONValue(target.quantity)]
        }
        let (response, operation) = try await send(
            "linkProducts", .write, .post, Self.relationPath(sourceID, relationID),
            json: ["product_relationships": .array(entries)])
        let facts = AnswerFacts(response)
        switch response.status {
        case 201: return Answered(.changed(Self.relation(in: response, relationID)), facts)
        case 200: return Answered(.unchanged(Self.relation(in: response, relationID)), facts)
        case 204: return Answered(.changed(nil), facts)
        case 409:
            let unknown = Self.unknownProducts(in: response, of: targets)
            guard !unknown.isEmpty else { throw error(for: response, operation) }
            return Answered(.unknownProducts(unknown), facts)
        default: throw error(for: response, operation)
        }
    }

    static func relationPath(_ sourceID: String, _ relationID: String) -> String {
        "/products/\(part(sourceID))/relationships/\(part(relationID))"
    }

    /// The relation as it is now; nil when the answer does not show it, which is no error: the
    /// status says what was done.
    private static func relation(in response: Response, _ relationID: String) -> PlytixRelation? {
        guard let body = try? response.json() else { return nil }
        return body["data"].elements.compactMap { PlytixRelation($0) }
            .first { $0.relationID == relationID }
    }

    /// The ids that the answer names, of those that were sent.
    private static func unknownProducts(
        in response: Response, of targets: [RelationTarget]
    ) -> [String] {
        let complaint = ServerComplaint(response)
        let named = Set(
            complaint.entries.filter { $0.field.contains("product") }
                .flatMap { [$0.value].compactMap { $0 } + PlytixID.all(in: $0.message) })
        return targets.map(\.id).filter { named.contains($0) }
    }
}
