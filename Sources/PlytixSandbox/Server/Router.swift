import HTTPTypes

/// Finds the route of a request.
enum Router {
    enum Result {
        case route(Route, parameters: [String: String])
        /// The path exists, for these methods.
        case wrongMethod(allowed: [HTTPRequest.Method])
        case unknown
    }

    /// Every operation that the API documents, served or not.
    static let routes: [Route] =
        Products.routes + Products.linkRoutes + Assets.routes + Attributes.routes
        + AttributeGroups.routes + Families.routes + Relationships.routes + Categories.routes
        + Filters.routes + notServed

    /// What the API documents and the sandbox answers with 501.
    static let notServed: [Route] = [
        Route(.post, .v1, "accounts/api-credentials/search", "searchAPICredentials", .read, nil),
        Route(.post, .v1, "accounts/memberships/search", "searchMemberships", .read, nil),
        Route(.post, .v1, "products/:product/variants/resync", "resyncVariants", .products, nil),
        Route(.post, .v2, "products/:product/variants/resync", "resyncVariants", .products, nil),
    ]

    static func find(_ method: HTTPRequest.Method, _ components: [String]) -> Result {
        var allowed: [HTTPRequest.Method] = []
        for route in routes {
            guard let parameters = route.match(components) else { continue }
            if route.method == method { return .route(route, parameters: parameters) }
            allowed.append(route.method)
        }
        return allowed.isEmpty ? .unknown : .wrongMethod(allowed: allowed)
    }
}
