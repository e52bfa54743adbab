import Catalog
import SandboxWorld

/// The access tokens that were given out, with what each opens and until when.
struct AccessTokens: Sendable {
    private struct Grant {
        /// Nil for a token of no seller: it opens only operations that need none.
        let seller: String?
        let endsAt: Instant
    }

    private let seed: UInt64
    private var grants: [String: Grant] = [:]
    private var issued: UInt64 = 0
    /// 3600 seconds (`amazon-catalog-items.md` 1.1), divided by the speed; whole, as announced.
    let lifetimeSeconds: Int

    init(seed: UInt64, speed: Double) {
        self.seed = seed
        lifetimeSeconds = Int(min(max(1, 3600 / speed), 1e9))
    }

    mutating func issue(seller: String?, at now: Instant) -> String {
        issued += 1
        var random = SplitMix64(seed: SplitMix64.mixed(seed &+ 1) ^ issued)
        let words = (0..<6).map { _ in String(random.next(), radix: 36) }
        let token = "Atza|" + words.joined()
        forget(before: now)
        grants[token] = Grant(seller: seller, endsAt: now + .seconds(lifetimeSeconds))
        return token
    }

    /// The seller of a request's token; each failure is a 403, never a 401 (2.6).
    func holder(of token: String?, at now: Instant) -> Result<String, Refusal> {
        guard let token, !token.isEmpty else {
            return .failure(
                .accessDenied(details: "Access token is missing in the request header."))
        }
        guard let grant = grants[token] else {
            return .failure(
                .accessDenied(
                    details: "The access token you provided is revoked, malformed or invalid."))
        }
        guard now < grant.endsAt else {
            return .failure(.accessDenied(details: "The access token you provided has expired."))
        }
        return grant.seller.map { .success($0) } ?? .failure(.accessDenied(details: ""))
    }

    /// Long expired tokens are as good as never given; only then are many of them no burden.
    private mutating func forget(before now: Instant) {
        guard grants.count >= 1_000 else { return }
        grants = grants.filter { $0.value.endsAt > now + .seconds(-3600) }
    }
}
