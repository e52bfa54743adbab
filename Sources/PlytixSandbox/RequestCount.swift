/// How often one account was asked for one operation with one result.
package struct RequestCount: Sendable, Hashable {
    /// The account's alias; nil where no valid token named one.
    package let target: String?
    /// `createProduct`, `searchProducts`, …; `unknown` for a path that does not exist.
    package let operation: String
    package let status: Int
    /// Whether it is a write: any request but GET, search, token and file.
    package let isWrite: Bool
    package let count: Int
}
