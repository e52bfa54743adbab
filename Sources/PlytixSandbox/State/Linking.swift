import Catalog

/// The last link of an asset to a product, for the race that real links have.
struct Linking: Sendable {
    let time: Instant
    /// The product as the link read it.
    let before: Product

    /// How long a link is at work: the next one reads what was before it.
    ///
    /// Requests are answered here the moment they arrive; this is less than two ways through a
    /// network take, so that whoever waits for the answer is never too early.
    static let length = Duration.milliseconds(150)
}

extension Account {
    /// A product as a link reads it that arrives now: without a link that is still at work, which
    /// it so undoes (`plytix-unknowns.md`, 28).
    func asLinksSee(_ product: Product, _ call: Call) -> Product {
        guard let last = linked[product.id], call.now - last.time < Linking.length else {
            return product
        }
        var seen = product
        seen.media = last.before.media
        seen.assetIDs = last.before.assetIDs
        seen.thumbnailID = last.before.thumbnailID
        return seen
    }
}
