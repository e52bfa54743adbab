package import Catalog

extension SandboxedPlytix {
    /// How a sandbox behaves, apart from what its accounts hold.
    package struct Configuration: Sendable {
        /// The doubts that are switched on.
        package var quirks: Set<Quirk>
        /// Where ids come from: the same seed gives the same ids.
        package var seed: UInt64
        /// Multiplies announced and enforced limits, divides token lifetimes and the rest of a
        /// window that refuses somebody.
        package var speed: Double { didSet { speed = Self.bounded(speed) } }
        /// The host that `/api/v1` hangs on, for `Location` headers.
        package var baseURL: String
        /// The host of the asset files.
        package var filesURL: String
        /// How long searches go on seeing what was before a change.
        package var searchLag: Duration
        /// How long after its 202 an accepted change is carried out.
        package var acceptedDelay: Duration
        /// The largest body that is read; more gives a 413.
        package var bodyBytesMax: Int
        /// How many rows an ordered search may match before it is refused with 428.
        package var orderedRowsMax: Int
        /// The time of creation of what the accounts hold from the start.
        package var openedAt: Instant

        package init(
            quirks: Set<Quirk> = [], seed: UInt64 = 1, speed: Double = 1,
            baseURL: String = "https://pim.plytix.com",
            filesURL: String = "https://files.plytix.com", searchLag: Duration = .zero,
            acceptedDelay: Duration = .seconds(1), bodyBytesMax: Int = 16 << 20,
            orderedRowsMax: Int = 10_000, openedAt: Instant = Instant(seconds: 1_735_689_600)
        ) {
            self.quirks = quirks
            self.seed = seed
            self.speed = Self.bounded(speed)
            self.baseURL = baseURL
            self.filesURL = filesURL
            self.searchLag = searchLag
            self.acceptedDelay = acceptedDelay
            self.bodyBytesMax = bodyBytesMax
            self.orderedRowsMax = orderedRowsMax
            self.openedAt = openedAt
        }

        /// Speeds beyond these make windows and lifetimes that are no whole numbers any more.
        private static func bounded(_ speed: Double) -> Double { min(max(speed, 0.001), 1e6) }

        /// What of delays the quirks ask for: within what the engine allows for.
        private static let late = Duration.seconds(5)
        /// How long searches go on seeing what was, quirks counted.
        var lag: Duration { has(.searchesLate) ? max(searchLag, Self.late) : searchLag }
        /// How long accepted changes take, quirks counted.
        var acceptance: Duration {
            has(.acceptedLate) ? max(acceptedDelay, Self.late) : acceptedDelay
        }

        func has(_ quirk: Quirk) -> Bool { quirks.contains(quirk) }
    }
}
