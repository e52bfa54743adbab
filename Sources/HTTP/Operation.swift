/// What a request is for, as far as the policies need to know it.
package struct Operation: Sendable, Hashable {
    /// The name under which it is counted and reported: `searchCatalogItems`.
    package let name: String
    /// The remote system by which requests are counted: `amazon` or `plytix`.
    package let system: String
    /// The rate-limit bucket that it draws from: `amazon:searchCatalogItems`, `plytix:<account>`.
    package let bucket: String
    /// Whether sending it twice does what sending it once does, so that a policy may repeat it.
    package let isSafe: Bool
    /// Whether it changes something: any request but GET, a search and a token.
    package let isWrite: Bool
    /// How long one attempt may take, from the moment when it leaves.
    package let timeout: Duration

    package init(
        _ name: String, system: String, bucket: String, isSafe: Bool, isWrite: Bool,
        timeout: Duration = .seconds(30)
    ) {
        self.name = name
        self.system = system
        self.bucket = bucket
        self.isSafe = isSafe
        self.isWrite = isWrite
        self.timeout = timeout
    }
}
