extension World {
    /// A brand called "Sandbox Brand" with exactly `count` ASINs and their canonical products, in
    /// the shape of `catalogue-statistics.md`.
    ///
    /// Equal counts and seeds give equal worlds. Families with a parent, most parents unsearchable,
    /// some families broken, pictures shared, titles that careless programs stumble over.
    package static func generated(count: Int, seed: UInt64) -> World {
        var generator = WorldGenerator(count: max(0, count), seed: seed)
        return generator.run()
    }
}
