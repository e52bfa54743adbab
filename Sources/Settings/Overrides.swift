/// What flags say about settings, as typed; nil where a flag was not given.
package struct Overrides: Hashable, Sendable {
    /// `--journal`: a path.
    package var journal: String?
    /// `--target`: an alias.
    package var target: String?
    /// `--marketplace`: codes with commas between them.
    package var marketplaces: String?
    /// `--brand`.
    package var brand: String?
    /// `--max-requests`.
    package var requestsMax: Int?
    /// `--max-age`: `24h`, `90m`.
    package var ageMax: String?
    /// `--keep-images`: a folder.
    package var keepImages: String?

    package init(
        journal: String? = nil, target: String? = nil, marketplaces: String? = nil,
        brand: String? = nil, requestsMax: Int? = nil, ageMax: String? = nil,
        keepImages: String? = nil
    ) {
        self.journal = journal
        self.target = target
        self.marketplaces = marketplaces
        self.brand = brand
        self.requestsMax = requestsMax
        self.ageMax = ageMax
        self.keepImages = keepImages
    }
}
