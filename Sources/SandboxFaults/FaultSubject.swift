package import HTTPTypes

/// A request as a fault plan looks at it.
package struct FaultSubject: Sendable, Hashable {
    /// `amazon`, `lwa`, `images` or `plytix`.
    package var system: String
    /// `searchCatalogItems`, `createProduct`, …; `unknown` for what no system serves.
    package var operation: String
    package var method: HTTPRequest.Method
    /// Path and query as they were sent.
    package var path: String
    package var body: [UInt8]

    package init(
        system: String, operation: String, method: HTTPRequest.Method, path: String,
        body: [UInt8] = []
    ) {
        self.system = system
        self.operation = operation
        self.method = method
        self.path = path
        self.body = body
    }
}
