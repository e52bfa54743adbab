package import Testing

extension Trait where Self == ConditionTrait {
    /// Leaves a test out, and says so, where the vendors' documents are not at hand; in CI it runs
    /// and fails.
    package static var publishedSpecifications: Self {
        .enabled(
            if: PublishedSpecifications.areAtHand || PublishedSpecifications.areDemanded,
            "../shared/reference/openapi is not there: nothing is held against the vendors' documents"
        )
    }
}
