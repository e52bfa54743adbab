import SandboxWorld
import Testing

@Suite struct SplitMix64Tests {
    /// The first numbers that the authors' own program gives for the seed 1234567.
    @Test func `it gives the published numbers`() {
        var random = SplitMix64(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in random.next() }
                == [
                    6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                ])
    }

    @Test func `numbers stay within their bounds and reach them`() {
        var random = SplitMix64(seed: 1)
        let numbers = Set((0..<1_000).map { _ in random.number(in: 3...9) })
        #expect(numbers == [3, 4, 5, 6, 7, 8, 9])
    }

    @Test func `a shuffle keeps all elements`() {
        var random = SplitMix64(seed: 2)
        var elements = Array(0..<100)
        random.shuffle(&elements)
        #expect(elements != Array(0..<100))
        #expect(elements.sorted() == Array(0..<100))
    }

    @Test func `weights decide how often`() {
        var random = SplitMix64(seed: 3)
        let picks = (0..<1_000).map { _ in random.pick(byWeight: [0, 9, 1]) }
        #expect(!picks.contains(0))
        #expect((850...950).contains(picks.count { $0 == 1 }))
    }
}
