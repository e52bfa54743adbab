import Catalog

/// One account: everything that the API shows of it, and what guards it.
struct Account: Sendable {
    var configuration: AccountConfiguration
    let accountID: String
    let userID: String
    var identifiers: Identifiers
    var products: Store<Product>
    var assets: Store<Asset>
    var attributes: Store<AttributeDefinition>
    var groups: Store<AttributeGroup>
    var families: Store<Family>
    var relationships: Store<RelationshipDefinition>
    var productCategories: Store<Category>
    var fileCategories: Store<Category>
    /// Accepted changes that are not carried out yet, by time.
    var deferred: [Deferred] = []
    /// Ids of deleted assets by the URL that they came from.
    var deletedAssets: [String: String] = [:]
    /// The last link of an asset to each product.
    var linked: [String: Linking] = [:]
    /// The windows of versions 1 and 2; one pair for both unless a quirk says otherwise.
    var windows: [APIVersion: Windows]

    /// An empty account; the user's id is made from the seed when nil.
    init(
        _ configuration: AccountConfiguration, userID: String? = nil,
        settings: SandboxedPlytix.Configuration
    ) {
        self.configuration = configuration
        var identifiers = Identifiers(
            seed: settings.seed, salt: configuration.alias + (configuration.accountID ?? ""))
        accountID = configuration.accountID ?? identifiers.next()
        self.userID = userID ?? identifiers.next()
        self.identifiers = identifiers
        products = Store(lag: settings.lag)
        assets = Store(lag: settings.lag)
        attributes = Store(lag: settings.lag)
        groups = Store(lag: settings.lag)
        families = Store(lag: settings.lag)
        relationships = Store(lag: settings.lag)
        productCategories = Store(lag: settings.lag)
        fileCategories = Store(lag: settings.lag)
        let fresh = Windows(configuration.limits, speed: settings.speed)
        windows = [.v1: fresh, .v2: fresh]
    }

    /// Carries out what is due and lets searches see what is old enough.
    mutating func catchUp(at now: Instant) {
        while let next = deferred.first, next.due <= now {
            deferred.removeFirst()
            carryOut(next)
        }
        products.fade(at: now)
        assets.fade(at: now)
        attributes.fade(at: now)
        groups.fade(at: now)
        families.fade(at: now)
        relationships.fade(at: now)
        productCategories.fade(at: now)
        fileCategories.fade(at: now)
    }

    /// The definition of a label; labels are unique.
    func attribute(labelled label: String) -> AttributeDefinition? {
        attributes.withKey(label).first { $0.label == label }
    }
}
