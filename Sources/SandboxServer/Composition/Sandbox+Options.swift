package import SandboxFaults

extension Sandbox {
    /// What `plysync sandbox` is told.
    package struct Options: Sendable {
        package var world: WorldSource
        /// A generated world, ids, tokens and rankings follow from it.
        package var seed: UInt64
        /// Names of quirks of either system: `brand-underscore`, `asset-duplicate-none`.
        package var quirks: [String]
        /// How many times faster than the real systems: multiplies the limits that are announced
        /// and enforced, divides `Retry-After` and the lifetimes of tokens.
        package var speed: Double
        package var faults: FaultPlan
        /// Amazon's model and captured items, as JSON: answers that Amazon itself published.
        package var examples: [[UInt8]]
        /// How long Plytix's searches go on seeing what was before a change.
        package var searchLag: Duration
        /// The port of 127.0.0.1 to listen on; 0 for any free one.
        package var port: Int
        /// Where the accounts are kept from one start to the next; nil for new ones at each start.
        package var stateFile: String?
        /// Where the ready line is written to when the server is ready; nil for nowhere.
        package var readyFile: String?
        /// Where every request is written down with its answer; nil for nowhere.
        package var trafficFile: String?

        package init(
            world: WorldSource = .bundled, seed: UInt64 = 1, quirks: [String] = [],
            speed: Double = 1, faults: FaultPlan = FaultPlan(), examples: [[UInt8]] = [],
            searchLag: Duration = .zero, port: Int = 0, stateFile: String? = nil,
            readyFile: String? = nil, trafficFile: String? = nil
        ) {
            self.world = world
            self.seed = seed
            self.quirks = quirks
            self.speed = speed
            self.faults = faults
            self.examples = examples
            self.searchLag = searchLag
            self.port = port
            self.stateFile = stateFile
            self.readyFile = readyFile
            self.trafficFile = trafficFile
        }
    }

    /// Where the sandbox's products come from.
    package enum WorldSource: Sendable, Hashable {
        /// The style that the demo shows.
        case bundled
        /// A catalogue file: JSON as `GET /control/catalog` gives it.
        case file([UInt8])
        /// A brand of so many ASINs, made from the seed.
        case generated(Int)
    }
}
