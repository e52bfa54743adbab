package import AmazonSandbox
package import Catalog
package import Events
package import HTTP
package import JournalStore
package import PlytixSandbox
package import SandboxWorld
package import Settings
package import Sync
package import Projections
import Synchronization

/// Both remote systems, a journal and a clock in one process: whole runs without a network, with
/// all their waiting, in milliseconds.
package final class SimulatedWorld: Sendable {
    package let time: SimulatedTime
    /// The clock that the program goes by.
    package let clock: LocalClock
    package let amazon: SandboxedAmazon
    package let plytix: SandboxedPlytix
    package let journal: Journal
    package let configuration: Configuration
    let watch: CrashWatch
    private let network: SimulatedNetwork
    private let seed: UInt64
    /// Requests of a process that died, which arrive all the same.
    private let underWay: Mutex<[RequestUnderWay]>
    /// A world with the documented limits and a journal that takes everything.
    ///
    /// - `seed`: of everything that is chance.
    /// - `speed`: of the sandboxes' limits.
    /// - `plytixConfiguration`: how Plytix behaves.
    /// - `configure`: changes the settings.
    package convenience init(
        _ world: World = .bundled, seed: UInt64 = 1, speed: Double = 1,
        plytix plytixConfiguration: SandboxedPlytix.Configuration = .init(),
        configure: (inout Configuration) -> Void = { _ in }
    ) throws(JournalError) {
        try self.init(
            world, Options(seed: seed, speed: speed, plytix: plytixConfiguration),
            configure: configure)
    }

    /// A world of which everything can be told.
    ///
    /// - `configure`: changes the settings.
    package init(
        _ world: World, _ options: Options,
        configure: (inout Configuration) -> Void = { _ in }
    ) throws(JournalError) {
        let time = SimulatedTime(start: Self.start)
        self.time = time
        let clock = LocalClock(time)
        self.clock = clock
        let seed = options.seed
        self.seed = seed
        let amazon = SandboxedAmazon(
            world: world,
            configuration: .init(
                imagesURL: Self.imagesURL, speed: options.speed, quirks: options.amazonQuirks,
                seed: seed))
        self.amazon = amazon
        var settings = options.plytix
        settings.seed = seed
        settings.speed = options.speed
        let plytix = SandboxedPlytix(
            accounts: Self.accounts(world, limits: options.limits), configuration: settings,
            fetch: SimulatedNetwork.files(of: amazon, instead: options.picture))
        self.plytix = plytix
        let watch = CrashWatch()
        self.watch = watch
        network = SimulatedNetwork(
            amazon: amazon, plytix: plytix, clock: time, watch: watch, onServed: options.onServed)
        underWay = Mutex([])
        var configuration = Self.standardConfiguration
        configure(&configuration)
        self.configuration = configuration
        journal = try Journal.inMemory(
            options: Self.options(clock, seed, watch, refusal: options.refusal))
    }

    /// The world as it is when the process dies now: its own copy of everything that lasts, and
    /// nothing of what the process knew.
    ///
    /// - `arriving`: whether requests that have left arrive all the same; else they are lost.
    /// - `lateness`: how much later than usual they arrive.
    /// - `selling`: what Amazon has from now on; nil for what it had.
    /// - `keepsJournal`: false for a new journal, as of somebody who begins anew.
    package init(
        after world: SimulatedWorld, arriving: Bool = true, lateness: Duration = .zero,
        selling: World? = nil, keepsJournal: Bool = true
    ) throws(JournalError) {
        let time = SimulatedTime(start: world.time.now)
        self.time = time
        let clock = LocalClock(time)
        self.clock = clock
        seed = world.seed
        let amazon =
            selling.map {
                SandboxedAmazon(
                    world: $0, configuration: .init(imagesURL: Self.imagesURL, seed: world.seed))
            } ?? world.amazon.fork()
        self.amazon = amazon
        let plytix = world.plytix.fork(fetch: SimulatedNetwork.files(of: amazon))
        self.plytix = plytix
        let watch = CrashWatch()
        self.watch = watch
        network = SimulatedNetwork(amazon: amazon, plytix: plytix, clock: time, watch: watch)
        underWay = Mutex(arriving ? world.watch.underWay.map { $0.held(up: lateness) } : [])
        configuration = world.configuration
        let options = Self.options(clock, world.seed, watch)
        journal =
            keepsJournal
            ? try world.journal.copyInMemory(options: options)
            : try Journal.inMemory(options: options)
    }

    private static func options(
        _ clock: LocalClock, _ seed: UInt64, _ watch: CrashWatch,
        refusal: @escaping @Sendable () -> JournalError? = { nil }
    ) -> JournalOptions {
        JournalOptions(
            now: { clock.now },
            randomBytes: { [UInt8](repeating: UInt8(seed & 0xFF), count: $0) },
            process: .init(pid: 1, host: "simulation"),
            onCommit: { watch.tell($0 == .begins ? .commitBegins : .commitEnded, "the journal") },
            refusal: refusal)
    }

    /// What a world can be told.
    package struct Options: Sendable {
        /// Of everything that is chance.
        package var seed: UInt64 = 1
        /// Multiplies the limits of both systems.
        package var speed = 1.0
        /// How Plytix behaves; its seed and speed are those above.
        package var plytix = SandboxedPlytix.Configuration()
        package var amazonQuirks: Set<AmazonSandbox.Quirk> = []
        /// The quota of each Plytix account.
        package var limits = AccountConfiguration.Limit.paidPlan
        /// What Plytix finds at a picture's URL; nil for what Amazon has there.
        package var picture: @Sendable (String) -> FetchedFile? = { _ in nil }
        /// Told each request that reached a server, with its answer.
        package var onServed: @Sendable (Request, Response, Instant) -> Void = { _, _, _ in }
        /// Why the journal takes nothing now; nil as long as it does.
        package var refusal: @Sendable () -> JournalError? = { nil }

        package init(
            seed: UInt64 = 1, speed: Double = 1,
            plytix: SandboxedPlytix.Configuration = SandboxedPlytix.Configuration()
        ) {
            self.seed = seed
            self.speed = speed
            self.plytix = plytix
        }
    }

    /// Runs an order to its end, as one execution of the program.
    ///
    /// - `target`: the alias of the Plytix account.
    /// - `wrap`: puts something in front of the remote systems: a recorder, faults, death.
    /// - `betweenSteps`: called while everything stands still.
    package func run(
        _ order: RunOrder, target: String = "default",
        configure: (inout Configuration) -> Void = { _ in },
        wrap: (any Transport) -> any Transport = { $0 },
        betweenSteps: () throws -> Void = {}
    ) throws -> RunReport {
        var configuration = configuration
        configure(&configuration)
        configuration.targetAlias = target
        // Another chance for each run, the same in each repetition.
        let position = try journal.head().sequence
        let surroundings = Surroundings(
            transport: wrap(network.transport), resolve: network.resolve, clock: clock,
            generator: SplitMix64(seed: seed &+ UInt64(position)),
            narrator: SilentNarrator(), version: "simulation", process: (1, "simulation"),
            executor: time)
        let ready = configuration
        let late = underWay.withLock { underWay in
            defer { underWay = [] }
            return underWay
        }
        for request in late { watch.left(request) }
        return try time.run(betweenSteps: betweenSteps) { [journal, network, time] in
            for request in late {
                Task(executorPreference: time) { try await network.deliver(request) }
            }
            let engine = try Engine.open(ready, surroundings, journal: journal)
            return try await Workflow(engine: engine, order: order).run()
        }
    }

    /// What is known of the account of the target `default` after all runs.
    package var account: AccountState {
        get throws {
            let state = try state
            return state.targets.system("default").map(state.account) ?? AccountState()
        }
    }

    /// Records an event about the account of the target `default`, as a command of a person does.
    package func record(_ event: some Event) throws {
        guard let system = try state.targets.system("default") else { return }
        let run = RunID(start: clock.now, random: 0)
        let draft = event.draft(system: system)
        _ = try time.run { [journal] in try await journal.append([draft], run: run) }
    }

    /// What is known after all runs.
    package var state: ProjectedState {
        get throws { try ProjectedState.replayed(from: journal.reader()) }
    }

    private static let start = Instant(seconds: 1_772_438_400)
    static let imagesURL = "https://m.media-amazon.com"

    private static var standardConfiguration: Configuration {
        var configuration = Configuration(journalPath: ":memory:")
        let seller = SandboxedAmazon.Seller.sandbox
        configuration.amazon.credentials = Settings.AmazonCredentials(
            refreshToken: Secret(seller.refreshToken), clientID: Secret(seller.clientID),
            clientSecret: Secret(seller.clientSecret))
        for alias in ["default", "fresh"] {
            configuration.targets[alias] = TargetAccess(
                credentials: PlytixCredentials(
                    key: Secret("\(alias)-key"), password: Secret("\(alias)-password")))
        }
        return configuration
    }

    private static func accounts(
        _ world: World, limits: [AccountConfiguration.Limit]
    ) -> [AccountConfiguration] {
        let before = world.uploadedBefore.compactMap { id -> AccountConfiguration.UploadedFile? in
            let files = world.items.flatMap(\.pictures).map(\.file)
            guard let file = files.first(where: { $0.hasPrefix("\(id).") && !$0.contains("._") })
            else { return nil }
            return AccountConfiguration.UploadedFile(
                filename: "from-the-photographer-\(id).jpg", url: "\(imagesURL)/images/I/\(file)",
                bytes: PictureFileBytes.file(named: file, width: 20, height: 20).bytes)
        }
        return [
            AccountConfiguration(
                alias: "default", key: "default-key", password: "default-password",
                limits: limits, canonicals: world.canonicals, uploadedBefore: before),
            AccountConfiguration(
                alias: "fresh", key: "fresh-key", password: "fresh-password", limits: limits),
        ]
    }
}

/// Nobody is told anything.
package struct SilentNarrator: Narrator {
    package init() {}
    package func tell(_ news: RunNews) {}
}
