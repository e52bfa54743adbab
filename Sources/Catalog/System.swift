/// Where a fact comes from or goes to.
package struct System: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    package init(text: String) { self.text = text }

    /// plysync itself: decisions and runs.
    package static let plysync = System(text: "plysync")
    /// An Amazon seller's view of one marketplace: `amazon:A2EXAMPLE:US`.
    package static func amazon(seller: String, marketplace: Marketplace) -> System {
        System(text: "amazon:\(seller):\(marketplace.code)")
    }
    /// One Plytix account, by the id that its token names: `plytix:5c4ed8002f0985001d233274`.
    package static func plytix(account: String) -> System { System(text: "plytix:\(account)") }

    package var description: String { text }
    package var isPlytix: Bool { text.hasPrefix("plytix:") }
    package var isAmazon: Bool { text.hasPrefix("amazon:") }
    package static func < (a: System, b: System) -> Bool { a.text < b.text }
}

/// The id of one execution of the program; ids sort by the time of their start.
package struct RunID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    package init(text: String) { self.text = text }

    /// `20260301T083000Z-1f2e3d`: the start to the second, and six hexadecimal digits of chance.
    package init(start: Instant, random: UInt32) {
        let time = start.shortDescription.filter { $0 != "-" && $0 != ":" }
        let digits = String(random & 0xFF_FFFF, radix: 16)
        self.text = time + "-" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    package var description: String { text }
    package static func < (a: RunID, b: RunID) -> Bool { a.text < b.text }
}
