/// A right of an API key's role; a request that needs another one gets 403.
package enum Permission: String, Sendable, CaseIterable {
    /// GET and search, of everything.
    case read
    /// Writing products, with their variants, families, links and relations.
    case products
    /// Writing assets and file categories.
    case assets
    /// Writing attribute definitions and their groups.
    case attributes
    case families
    case relationships
    /// Writing product categories.
    case categories
}
