package import Catalog
import JSON

/// What a token's claims say of the account that it is for.
///
/// Source: `plytix-api.md` 2 and `plytix-unknowns.md` 23: the claims hold account, user, role and
/// rate limits, but nobody wrote down where, so that they are searched for.
package struct PlytixAccount: Sendable, Hashable {
    /// Nil when the claims name none.
    package let id: String?
    /// The account's windows; empty when the claims name none.
    package let limits: [RateLimit]

    package init(id: String?, limits: [RateLimit]) {
        self.id = id
        self.limits = limits
    }

    init(claims: JSONValue) {
        self.init(id: Self.accountID(in: claims), limits: Self.limits(in: claims))
    }

    private static func accountID(in claims: JSONValue) -> String? {
        let direct = claims.first(depth: 6) { key, value in
            ["account_id", "accountId", "account_uid"].contains(key) ? value.plainText : nil
        }
        if let direct { return direct }
        return claims.first(depth: 6) { key, value in
            guard key == "account" else { return nil }
            return value.plainText ?? value["id"].plainText ?? value["_id"].plainText
        }
    }

    private static func limits(in claims: JSONValue) -> [RateLimit] {
        claims.first(depth: 6) { key, value in
            guard key.hasPrefix("rate_limit") || key == "rateLimit" else { return nil }
            let limits = value.elements.compactMap { entry -> RateLimit? in
                guard let requests = entry["limit"].int, requests > 0,
                    let seconds = entry["window_size"].double, seconds > 0, seconds <= 86_400
                else { return nil }
                return .window(
                    requests: requests, length: .milliseconds(Int((seconds * 1000).rounded())))
            }
            return limits.isEmpty ? nil : limits
        } ?? []
    }
}

extension JSONValue {
    /// The first result that is not nil among the members of this value and of all within it, level
    /// by level, as deep as `depth` says.
    fileprivate func first<Result>(
        depth: Int, _ body: (String, JSONValue) -> Result?
    ) -> Result? {
        guard depth > 0 else { return nil }
        let members = object?.members ?? []
        for (key, value) in members {
            if let result = body(key, value) { return result }
        }
        for child in members.map(\.value) + elements {
            if let result = child.first(depth: depth - 1, body) { return result }
        }
        return nil
    }
}
