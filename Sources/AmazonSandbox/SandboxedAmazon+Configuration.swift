extension SandboxedAmazon {
    /// What the sandbox is told when it starts.
    package struct Configuration: Sendable {
        /// Where links to pictures lead; `/images/I/<file>` is put behind it.
        package var imagesURL: String
        /// Who may log in; the first is the one that `plysync sandbox` prints.
        package var sellers: [Seller]
        /// How many times faster than Amazon: multiplies the limits, divides tokens' lifetimes.
        package var speed: Double
        /// What it does beside the documents, or against them.
        package var quirks: Set<Quirk>
        /// Tokens and request ids follow from it.
        package var seed: UInt64
        /// What Amazon published, given before anything of the world.
        package var examples: PublishedExamples

        /// Amazon's pace and manners with one seller, unless told otherwise; `speed` must be positive.
        package init(
            imagesURL: String = "https://m.media-amazon.com", sellers: [Seller] = [.sandbox],
            speed: Double = 1, quirks: Set<Quirk> = [], seed: UInt64 = 0,
            examples: PublishedExamples = PublishedExamples()
        ) {
            precondition(speed > 0 && speed.isFinite, "the speed must be a positive number")
            self.imagesURL = imagesURL
            self.sellers = sellers
            self.speed = speed
            self.quirks = quirks
            self.seed = seed
            self.examples = examples
        }

        /// Two a second for each operation and seller (`amazon-catalog-items.md` 2.7).
        var requestsPerSecond: Double { 2 * speed }
        /// Two at once (2.7); never less than one.
        var burst: Double { max(1, 2 * speed) }
    }

    /// One who may log in, with credentials that open nothing but the sandbox.
    package struct Seller: Sendable, Hashable {
        /// Whose limits a request uses.
        package var id: String
        /// What the seller gave to the app: `Atzr|…`.
        package var refreshToken: String
        /// The app's.
        package var clientID: String
        /// The app's.
        package var clientSecret: String
        /// Whether the app has the Product Listing role, without which the catalogue says 403.
        package var mayReadCatalogue: Bool

        /// A seller of one app; two with the same client id share the app.
        package init(
            id: String, refreshToken: String, clientID: String, clientSecret: String,
            mayReadCatalogue: Bool = true
        ) {
            self.id = id
            self.refreshToken = refreshToken
            self.clientID = clientID
            self.clientSecret = clientSecret
            self.mayReadCatalogue = mayReadCatalogue
        }

        /// The seller of every sandbox; its credentials are no secrets.
        package static let sandbox = Seller(
            id: "SANDBOXSELLER", refreshToken: "Atzr|sandbox-refresh-token",
            clientID: "amzn1.application-oa2-client.sandbox",
            clientSecret: "amzn1.oa2-cs.v1.sandbox-client-secret")
    }
}
