import Catalog
import HTTP
import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    /// The answer to the third of three requests, of which two are allowed, 2.5 s into a window.
    private static func refusal(_ bench: Bench) -> Reply {
        bench.get("v1/filters/asset")
        bench.get("v1/filters/asset")
        return bench.get("v1/filters/asset")
    }
    private static func wait(_ bench: Bench) -> String {
        refusal(bench).headers[.retryAfter] ?? "none"
    }
    private static func body(_ bench: Bench) -> String {
        String(decoding: refusal(bench).body, as: UTF8.self)
    }
    private static let bodyOff = #"{"error":{"msg":"Rate limit exceeded","retry_after":8}}"#

    /// Which of these are in the claims: limits and account at the top, or in the account.
    private static func claims(_ bench: Bench) -> String {
        let parts = bench.token.split(separator: ".")
        guard parts.count == 3, let bytes = Base64.decode(String(parts[1])),
            let claims = try? JSONValue(parsing: bytes)
        else { return "opaque" }
        let found = [
            ("limits", claims["rate_limit"]), ("account's limits", claims["account"]["rate_limit"]),
            ("account", .string(claims["account"].string ?? "")),
            ("account's id", claims["account"]["id"]),
        ].filter { !$0.1.isNull && $0.1 != "" }
        return found.map(\.0).joined(separator: ", ")
    }
    private static let claimsOff = "account's limits, account's id"

    var limitProof: QuirkProof? {
        switch self {
        case .retryAfterAbsent: QuirkProof("8", "none", Self.wait)
        case .retryAfterDecimal: QuirkProof("8", "7.500", Self.wait)
        case .retryAfterDate: QuirkProof("8", "Sun, 01 Mar 2026 21:20:10 GMT", Self.wait)
        case .limitBodyGateway:
            QuirkProof(Self.bodyOff, #"{"message":"API rate limit exceeded"}"#, Self.body)
        case .limitBodyPlain:
            QuirkProof(Self.bodyOff, #"{"error":{"msg":"Rate limit exceeded"}}"#, Self.body)
        case .limitBodyEmpty: QuirkProof(Self.bodyOff, "", Self.body)
        case .limitBodyHTML:
            QuirkProof(
                Self.bodyOff, "<html><body><h1>429 Too Many Requests</h1></body></html>", Self.body)
        case .refusalsCounted:
            // A window refuses three requests; the longer one has room for three in all.
            QuirkProof("429 429 200", "429 429 429") { bench in
                let first = [Self.refusal(bench).status, Self.refusal(bench).status]
                bench.wait(.seconds(10))
                return (first + [bench.get("v1/filters/asset").status]).map(String.init)
                    .joined(separator: " ")
            }
        case .retryAfterLongest: QuirkProof("8", "198", Self.wait)
        case .limitsPerVersion:
            QuirkProof("429 429", "429 404") { bench in
                let first = Self.refusal(bench).status
                return "\(first) \(bench.get("v2/products/x").status)"
            }
        case .limitsCountTokens:
            QuirkProof("200", "429") { bench in
                // The second token in this window: the first was the bench's own.
                bench.logIn()
                return String(bench.get("v1/filters/asset").status)
            }
        case .windowsFromFirstRequest: QuirkProof("8", "10", Self.wait)
        case .claimsFlat: QuirkProof(Self.claimsOff, "limits, account", Self.claims)
        case .claimsWithoutLimits: QuirkProof(Self.claimsOff, "account's id", Self.claims)
        case .claimsWithoutAccount: QuirkProof(Self.claimsOff, "account's limits", Self.claims)
        case .tokenOpaque: QuirkProof(Self.claimsOff, "opaque", Self.claims)
        case .authErrorFlat:
            QuirkProof(
                #"401 {"error":{"errors":[{"field":"http_status_code","msg":401}],"msg":"Bad api_key or api_password: Credentials not valid"}}"#,
                #"401 {"msg":"Bad api_key or api_password"}"#
            ) { $0.requestToken("x", "y").text }
        case .unauthorizedDetail:
            QuirkProof(
                #"401 {"error":{"msg":"Token has expired"}}"#, #"401 {"detail":"Unauthorized"}"#
            ) { bench in
                bench.wait(.seconds(900))
                return bench.get("v1/filters/asset").text
            }
        default: nil
        }
    }
}
