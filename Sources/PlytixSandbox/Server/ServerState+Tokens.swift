import Catalog
import HTTP
import HTTPTypes
import JSON

extension ServerState {
    /// `POST /auth/api/get-token` (`plytix-api.md`, section 2).
    mutating func issueToken(_ request: Request, at now: Instant) -> Response {
        tokenWindow.roll(at: now, isAligned: true)
        guard !tokenWindow.isFull else { return tokenLimitReached }
        tokenWindow.add()
        guard request.method == .post else { return Refusal.wrongMethod.response }
        guard let body = try? JSONValue(parsing: request.body),
            let key = body["api_key"].string, let password = body["api_password"].string
        else { return Refusal.notUnderstood.response }
        guard let account = accounts.firstIndex(where: { $0.admits(key, password) }) else {
            return badCredentials
        }
        if configuration.has(.limitsCountTokens), let response = limited(account, .v1, at: now) {
            return response
        }
        tokens = tokens.filter { $0.value.expires > now }
        let token = makeToken(for: account, at: now)
        return Response(
            200,
            json: [
                "data": [
                    ["access_token": .string(token), "refresh_token": .string(identifiers.next())]
                ]
            ])
    }

    /// The account whose valid token a header carries.
    func holder(of header: String?, at now: Instant) -> Int? {
        // "Capitalization of Bearer must be respected", one space: the vendor's own note.
        guard let header, header.hasPrefix("Bearer "),
            let token = tokens[String(header.dropFirst(7))], token.expires > now
        else { return nil }
        return accounts.firstIndex { $0.configuration.alias == token.alias }
    }

    func unauthorized(_ header: String?) -> Refusal {
        if configuration.has(.unauthorizedDetail) {
            return Refusal(401, body: ["detail": "Unauthorized"])
        }
        return Refusal(401, header == nil ? "Missing Authorization Header" : "Token has expired")
    }

    private var badCredentials: Response {
        if configuration.has(.authErrorFlat) {
            return Response(401, json: ["msg": "Bad api_key or api_password"])
        }
        return Refusal(
            401, "Bad api_key or api_password: Credentials not valid",
            [Refusal.entry("http_status_code", 401)]
        ).response
    }

    private var tokenLimitReached: Response {
        var response = Response(429, json: ["message": "API rate limit exceeded"])
        let limit = String(tokenWindow.requestsMax)
        for name in ["ratelimit-limit", "x-ratelimit-limit-second"] {
            if let field = HTTPField.Name(name) { response.headers[field] = limit }
        }
        response.headers[.retryAfter] = "1"
        return response
    }

    private mutating func makeToken(for account: Int, at now: Instant) -> String {
        // Fifteen minutes, in whole seconds as claims have them.
        let lifetime = max(1, Int(900 / configuration.speed))
        var claims = claims(of: accounts[account])
        claims["iat"] = JSONValue(now.seconds)
        claims["exp"] = JSONValue(now.seconds + lifetime)
        claims["jti"] = .string(identifiers.next())
        let token: String
        if configuration.has(.tokenOpaque) {
            token = identifiers.next() + identifiers.next()
        } else {
            let header: JSONValue = ["alg": "HS256", "typ": "JWT"]
            token = [header.bytes, claims.bytes, identifiers.bytes(32)]
                .map { Base64.encode($0, for: .url) }.joined(separator: ".")
        }
        tokens[token] = IssuedToken(
            alias: accounts[account].configuration.alias,
            expires: Instant(seconds: now.seconds + lifetime))
        return token
    }

    /// What the token says of its holder.
    ///
    /// The sources tell what is in it, not where (`plytix-unknowns.md`, 23).
    private func claims(of account: Account) -> JSONValue {
        let limits = account.configuration.limits.map { limit -> JSONValue in
            [
                "limit": JSONValue(Windows.scaled(limit.requests, by: configuration.speed)),
                "window_size": JSONValue(limit.seconds),
            ]
        }
        let names = !configuration.has(.claimsWithoutAccount)
        var claims: JSONValue = ["role": "ADMIN"]
        if configuration.has(.claimsFlat) {
            if names {
                claims["account"] = .string(account.accountID)
                claims["user"] = .string(account.userID)
            }
            if !configuration.has(.claimsWithoutLimits) { claims["rate_limit"] = .array(limits) }
            return claims
        }
        var holder = JSONObject()
        if names {
            holder["id"] = .string(account.accountID)
            claims["user"] = ["id": .string(account.userID), "name": "api"]
        }
        if !configuration.has(.claimsWithoutLimits) { holder["rate_limit"] = .array(limits) }
        claims["account"] = .object(holder)
        return claims
    }
}

extension Account {
    fileprivate func admits(_ key: String, _ password: String) -> Bool {
        configuration.key == key && configuration.password == password
    }
}
