import Catalog
import JSON

extension Account {
    /// Everything that the account holds; what was accepted and is not done yet counts as done.
    ///
    /// Windows, tokens and what searches do not see yet are left out: a restart clears them.
    var snapshot: JSONValue {
        var settled = self
        if let last = deferred.last { settled.catchUp(at: last.due) }
        return [
            "alias": .string(configuration.alias), "account_id": .string(accountID),
            "user_id": .string(userID),
            // As text: 64 bits do not fit into every reader's numbers.
            "identifiers": .string(String(identifiers.state)),
            "products": settled.products.snapshot, "assets": settled.assets.snapshot,
            "attributes": settled.attributes.snapshot, "groups": settled.groups.snapshot,
            "families": settled.families.snapshot,
            "relationships": settled.relationships.snapshot,
            "product_categories": settled.productCategories.snapshot,
            "file_categories": settled.fileCategories.snapshot,
            "deleted_assets": .sorted(deletedAssets.mapValues { .string($0) }),
        ]
    }

    /// The account of a snapshot, with the key, limits and rights of a configuration.
    init(
        snapshot: SnapshotReader, _ configuration: AccountConfiguration,
        settings: SandboxedPlytix.Configuration
    ) throws(JSONError) {
        var bare = configuration
        bare.accountID = try snapshot.string("account_id")
        self.init(bare, userID: try snapshot.string("user_id"), settings: settings)
        guard let state = UInt64(try snapshot.string("identifiers")) else {
            throw .invalid(key: "identifiers", reason: "not a number")
        }
        identifiers = Identifiers(state: state)
        try products.restore("products", of: snapshot)
        try assets.restore("assets", of: snapshot)
        try attributes.restore("attributes", of: snapshot)
        try groups.restore("groups", of: snapshot)
        try families.restore("families", of: snapshot)
        try relationships.restore("relationships", of: snapshot)
        try productCategories.restore("product_categories", of: snapshot)
        try fileCategories.restore("file_categories", of: snapshot)
        deletedAssets = snapshot.dictionary("deleted_assets").compactMapValues(\.string)
    }
}
