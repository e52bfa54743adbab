package import Catalog
package import HTTP
import HTTPTypes
import JSON

/// What came of creating a definition.
package enum DefinitionCreation<Seen: Sendable & Hashable>: Sendable, Hashable {
    case created(Seen)
    /// There is one of this name; the answer does not say which.
    case nameTaken
}

extension PlytixClient {
    /// `POST /attributes/product`: creates an attribute definition.
    ///
    /// Source: `plytix-api.md` 7, `plytix-unknowns.md` 21: Plytix makes the label of the name, or
    /// takes ours; the answer tells. A name that is taken is a 422 without details, or a 409.
    package func createAttribute(
        _ definition: AttributeDefinition
    ) async throws(APIError) -> Answered<DefinitionCreation<AttributeDefinitionSeen>> {
        var body = JSONObject([
            ("name", JSONValue(definition.name)), ("label", JSONValue(definition.label)),
            ("type_class", JSONValue(definition.type.plytixClass)),
        ])
        if !definition.options.isEmpty { body["options"] = JSONValue(definition.options) }
        return try await create("createAttribute", "/attributes/product", .object(body)) {
            AttributeDefinitionSeen($0)
        }
    }

    /// Creates a definition of any kind.
    func create<Seen: Sendable & Hashable>(
        _ name: String, _ path: String, _ body: JSONValue, _ decode: (JSONValue) -> Seen?
    ) async throws(APIError) -> Answered<DefinitionCreation<Seen>> {
        let (response, operation) = try await send(name, .write, .post, path, json: body)
        let facts = AnswerFacts(response)
        switch response.status {
        case 200, 201:
            let seen = try PlytixAnswer.row(of: response, operation: operation, decode)
            return Answered(.created(seen), facts)
        case 409: return Answered(.nameTaken, facts)
        case 422 where ServerComplaint(response).saysTaken: return Answered(.nameTaken, facts)
        default: throw error(for: response, operation)
        }
    }
}
