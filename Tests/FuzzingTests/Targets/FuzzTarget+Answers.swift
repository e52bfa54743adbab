import Catalog
import HTTPTypes
import JSON

@testable import AmazonAPI
@testable import HTTP
@testable import PlytixAPI

/// The decoders of both vendors' bodies, one after the other over the same bytes.
extension FuzzTarget {
    /// The first byte chooses the status of an error.
    static let amazonAnswer = FuzzTarget("amazon-answer", seeds: { Seeds.amazonBodies }) { bytes in
        let response = Response(statuses[Int(bytes.first ?? 0) % statuses.count], body: bytes)
        _ = AmazonRefusal.error(for: response, operation: operation, now: now)
        _ = AmazonRefusal.saysNotFound(response)
        _ = AmazonRefusal.isAboutToken(response)
        guard let json = try? JSONValue(parsing: bytes) else { return nil }
        let page = ItemPage(json, marketplace: .us, facts: AnswerFacts(response))
        var items = page?.items ?? []
        if let item = try? CatalogItem(json, marketplace: .us) { items.append(item) }
        return items.lazy.compactMap(complaint).first
    }

    /// What is kept of an item gives the same item again, and its pictures can be shown.
    private static func complaint(_ item: CatalogItem) -> String? {
        guard let kept = try? JSONValue(parsing: item.rawBytes),
            let again = try? CatalogItem(kept, marketplace: .us), again == item
        else { return "an item is not what is kept of it" }
        let shown = Picture.shown(of: item.item.pictures, atMost: 20)
        return shown.count <= 20 && shown.allSatisfy { !$0.fileName.contains("/") }
            ? nil : "a picture cannot be named"
    }

    /// The first byte chooses the status of an error.
    static let plytixAnswer = FuzzTarget("plytix-answer", seeds: { Seeds.plytixBodies }) { bytes in
        let response = Response(statuses[Int(bytes.first ?? 0) % statuses.count], body: bytes)
        _ = PlytixRefusal.error(for: response, operation: operation, now: now)
        let complaint = ServerComplaint(response)
        _ = complaint.saysTaken
        _ = PlytixID.all(in: complaint.body)
        let claims = TokenClaims.read(String(decoding: bytes, as: UTF8.self))
        var state = BucketState(name: "fuzzed", settings: GovernorSettings())
        _ = state.learn(PlytixAccount(claims: claims ?? complaint.body).limits, from: .claims)
        _ = refuse(&state, .seconds(1), at: now)
        let rows = (try? PlytixAnswer.rows(of: response, operation: operation)) ?? []
        for row in rows.prefix(100) {
            _ = PlytixProduct(row)
            _ = PlytixAsset(row)
            _ = AttributeDefinitionSeen(row)
            _ = FamilySeen(row)
            _ = FamilyAttribute(row)
            _ = RelationSeen(row)
        }
        return nil
    }

    static let statuses = [
        200, 201, 202, 204, 301, 400, 401, 402, 403, 404, 408, 409, 413, 422, 428, 429, 500, 501,
        502, 503, 504, 599,
    ]
    static let now = Instant(seconds: 1_772_352_000)
    private static let operation = Operation(
        "fuzzed", system: "plytix", bucket: "fuzzed", isSafe: true, isWrite: false,
        timeout: .seconds(1))
}
