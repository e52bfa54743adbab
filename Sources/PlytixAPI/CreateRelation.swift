package import HTTP
import JSON

extension PlytixClient {
    /// `POST /relationships`: creates a relation; its label is Plytix' slug of the name.
    ///
    /// Source: `plytix-api.md` 11, `plytix-unknowns.md` 26: neither the answer nor what a name that
    /// is taken gives is documented. An answer without the relation is unreadable: look it up.
    package func createRelation(
        name: String
    ) async throws(APIError) -> Answered<DefinitionCreation<RelationSeen>> {
        try await create("createRelation", "/relationships", ["name": JSONValue(name)]) { row in
            // The name is ours, should the answer hold the id alone.
            RelationSeen(row)
                ?? row["id"].plainText.flatMap { id in
                    RelationSeen(["id": JSONValue(id), "name": JSONValue(name)])
                }
        }
    }
}
