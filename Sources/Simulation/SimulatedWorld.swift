package import AmazonSandbox
import Catalog
package import Events
package import HTTP
package import JournalStore
package import PlytixSandbox
package import SandboxWorld
package import Settings
package import Sync
package import Projections

/// Both remote systems, a journal and a clock in one process: whole runs without a network, with
/// all their waiting, in milliseconds.
package final class SimulatedWorld: Sendable {
    package let time: SimulatedTime
    package let amazon: SandboxedAmazon
    package let plytix: SandboxedPlytix
    package let journal: Journal
    package let configuration: Configuration
    private let transport: any Transport
    private let seed: UInt64
    /// - `seed`: of everything that is chance.
    /// - `speed`: of the sandboxes' limits.
    /// - `plytixConfiguration`: how Plytix behaves.
    /// - `configure`: changes the settings.
    package init(
        _ world: World = .bundled, seed: UInt64 = 1, speed: Double = 1,
        plytix plytixConfiguration: SandboxedPlytix.Configuration = .init(),
        configure: (inout Configuration) -> Void = { _ in }
    ) throws(JournalError) {
        let time = SimulatedTime(start: Self.start)
        self.time = time
        self.seed = seed
        let amazon = SandboxedAmazon(
            world: world,
            configuration: .init(
                imagesURL: Self.imagesURL, speed: speed, seed: seed))
        self.amazon = amazon
        var settings = plytixConfiguration
        settings.seed = seed
        settings.speed = speed
        let plytix = SandboxedPlytix(
            accounts: Self.accounts(world), configuration: settings
        ) { url in
            switch amazon.picture(at: url) {
            case .found(let bytes, let contentType): .file(bytes: bytes, contentType: contentType)
            case .notFound: .status(404)
            case .unknownHost: .unreachable
            }
        }
        self.plytix = plytix
        let routes: [String: InProcessTransport.Server] = [
            "sellingpartnerapi-na.amazon.com": { amazon.respond(to: $0, at: $1) },
            "api.amazon.com": { amazon.respond(to: $0, at: $1) },
            "pim.plytix.com": { plytix.respond(to: $0, at: $1) },
            "auth.plytix.com": { plytix.respond(to: $0, at: $1) },
        ]
        transport = InProcessTransport(
            routes: routes, clock: time, latency: .milliseconds(100))
        var configuration = Self.standardConfiguration
        configure(&configuration)
        self.configuration = configuration
        journal = try Journal.inMemory(
            options: JournalOptions(
                now: { time.now },
                randomBytes: { [UInt8](repeating: UInt8(seed & 0xFF), count: $0) },
                process: .init(pid: 1, host: "simulation")))
    }

    /// Runs an order to its end, as one execution of the program.
    ///
    /// - `target`: the alias of the Plytix account.
    /// - `wrap`: puts something in front of the remote systems: a recorder, faults, death.
    package func run(
        _ order: RunOrder, target: String = "default",
        configure: (inout Configuration) -> Void = { _ in },
        wrap: (any Transport) -> any Transport = { $0 }
    ) throws -> RunReport {
        var configuration = configuration
        configure(&configuration)
        configuration.targetAlias = target
        // Another chance for each run, the same in each repetition.
        let position = try journal.head().sequence
        let surroundings = Surroundings(
            transport: wrap(transport), clock: time,
            generator: SplitMix64(seed: seed &+ UInt64(position)),
            narrator: SilentNarrator(), version: "simulation", process: (1, "simulation"),
            executor: time)
        let ready = configuration
        return try time.run { [journal] in
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
        let run = RunID(start: time.now, random: 0)
        let draft = event.draft(system: system)
        _ = try time.run { [journal] in try await journal.append([draft], run: run) }
    }

    /// What is known after all runs.
    package var state: ProjectedState {
        get throws { try ProjectedState.replayed(from: journal.reader()) }
    }

    private static let start = Instant(seconds: 1_772_438_400)
    private static let imagesURL = "https://m.media-amazon.com"

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

    private static func accounts(_ world: World) -> [AccountConfiguration] {
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
                canonicals: world.canonicals, uploadedBefore: before),
            AccountConfiguration(alias: "fresh", key: "fresh-key", password: "fresh-password"),
        ]
    }
}

/// Nobody is told anything.
package struct SilentNarrator: Narrator {
    package init() {}
    package func tell(_ news: RunNews) {}
}
