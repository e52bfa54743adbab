// Every invented thing of the sandbox comes from here, so that one seed gives one world, on every
// machine and with every version of the standard library.

/// A small generator of numbers that look random: equal seeds give equal numbers.
///
/// The mixing steps are those of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", 2014). Not for secrets.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Any seed is as good as another, zero too.
    package init(seed: UInt64) { state = seed }

    /// The next number of the series, all 64 bits of it.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number from 0 to `bound` - 1; `bound` must be positive.
    package mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a number below \(bound) was asked for")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number of the range, its bounds among them.
    package mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in `count` of `outOf` cases.
    package mutating func chance(_ count: Int, outOf total: Int = 1_000) -> Bool {
        below(total) < count
    }

    /// One of the elements, of which there must be at least one.
    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// The place of one of the weights, the heavier the more often.
    package mutating func pick(byWeight weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }

    /// Puts the elements into an order of which all are equally likely.
    package mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, below(last + 1))
        }
    }

    /// A number whose bits all depend on all bits of another.
    package static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
