import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    /// Status, type and body of a create by somebody who may not.
    private static func forbidden(_ bench: Bench) -> String {
        let reply = bench.post("v1/products", ["sku": "A"])
        let type = reply.headers[.contentType] ?? "none"
        return "\(reply.status) \(type) \(String(decoding: reply.body, as: UTF8.self))"
    }
    private static let forbiddenOff =
        #"403 application/json {"error":{"msg":"Permission denied."}}"#

    var answerProof: QuirkProof? {
        switch self {
        case .errorBodyGateway:
            QuirkProof(
                Self.forbiddenOff,
                #"403 application/json {"message":"An unexpected error occurred"}"#, Self.forbidden)
        case .errorBodyEmpty: QuirkProof(Self.forbiddenOff, "403 none ", Self.forbidden)
        case .errorBodyHTML:
            QuirkProof(
                Self.forbiddenOff, "403 text/html <html><body><h1>403</h1></body></html>",
                Self.forbidden)
        case .answersGzipped:
            QuirkProof("none 7b", "gzip 1f") { bench in
                let reply = bench.get("v1/filters/asset")
                let first = reply.body.first.map { String($0, radix: 16) } ?? ""
                return "\(reply.headers[.contentEncoding] ?? "none") \(first)"
            }
        default: nil
        }
    }
}
