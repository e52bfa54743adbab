package import SandboxWorld

extension SplitMix64 {
    /// Each element with the same chance, in the order given.
    package mutating func some<Element>(of elements: [Element], _ count: Int, outOf total: Int)
        -> [Element]
    {
        elements.filter { _ in chance(count, outOf: total) }
    }

    /// The same elements in another order.
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var shuffled = elements
        shuffle(&shuffled)
        return shuffled
    }

    /// A text of letters and digits of both cases.
    package mutating func word(_ length: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        return String((0..<length).map { _ in pick(letters) })
    }
}
