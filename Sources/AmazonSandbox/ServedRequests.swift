/// How often one operation was answered with one status.
package struct ServedRequests: Sendable, Hashable, Comparable {
    /// `amazon`, `lwa` or `images`.
    package let system: String
    /// `searchCatalogItems`, `getCatalogItem`, `token`, `getPicture`, or `unknown`.
    package let operation: String
    /// Of the answers, as HTTP counts.
    package let status: Int
    /// Answers so far.
    package let count: Int

    struct Key: Hashable {
        let system: String
        let operation: String
        let status: Int
    }

    init(_ key: Key, count: Int) {
        system = key.system
        operation = key.operation
        status = key.status
        self.count = count
    }

    /// By system, then operation, then status.
    package static func < (a: ServedRequests, b: ServedRequests) -> Bool {
        (a.system, a.operation, a.status) < (b.system, b.operation, b.status)
    }
}
