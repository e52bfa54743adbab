package import Catalog
package import HTTP
package import JournalStore
package import PlytixAPI
package import Projections
package import Settings
import AmazonAPI
import Delivery
import Events
import Hashing
import Synchronization

/// An open journal with the means to reach both remote systems: what a run works with.
package final class Engine: Sendable {
    package let configuration: Configuration
    package let surroundings: Surroundings
    package let journal: Journal
    package let chronicle: JournaledChronicle
    package let counter = RequestCounter()
    let session: HTTPSession
    /// The position of the snapshot that the state began with; 0 without one.
    private let snapshotPosition: Int
    private let observations: ObservationQueue
    /// One client an alias: its token and its quota are shared by all that this process does.
    private let clients = Mutex<[String: PlytixClient]>([:])

    private init(
        configuration: Configuration, surroundings: Surroundings, journal: Journal,
        chronicle: JournaledChronicle, snapshotPosition: Int, recent: RecentRequests
    ) {
        self.snapshotPosition = snapshotPosition
        self.configuration = configuration
        self.surroundings = surroundings
        self.journal = journal
        self.chronicle = chronicle
        let observations = ObservationQueue()
        self.observations = observations
        let narrator = surroundings.narrator
        var limits = GovernorSettings()
        limits.reserve = configuration.limits.quotaReserve
        // One refused request tells where an hour begins, which can save most of an hour. With a
        // reserve it would be taken from it, and tell nothing.
        limits.probesLongWindows = limits.reserve == 0
        if let windows = configuration.limits.plytixWindows { limits.caps["plytix:"] = windows }
        if let rate = configuration.limits.amazonPerSecond {
            let limit = RateLimit.bucket(perSecond: rate, burst: max(1, Int(rate)))
            limits.caps["amazon:search"] = [limit]
            limits.caps["amazon:get"] = [limit]
        }
        let jitter = Jitter(surroundings.generator)
        let governor = Governor(
            clock: surroundings.clock, jitter: jitter, settings: limits,
            observations: chronicle.read { $0.limits.observations.inOrder },
            onObservation: { observations.add($0) },
            onLongWait: { narrator.tell(.waiting($0)) })
        for (bucket, times) in recent.times { governor.recall(bucket, requestsAt: times) }
        session = HTTPSession(
            transport: surroundings.transport, clock: surroundings.clock, governor: governor,
            jitter: jitter, counter: counter,
            userAgent: "plysync/\(surroundings.version) (Language=Swift; Platform=Linux)",
            budget: configuration.limits.requestsMax.map { RequestBudget(requestsMax: $0) },
            last: [AnnouncedWritesPolicy()], onToken: { journal.refuse([$0]) })
    }

    /// Opens the journal for writing, and reads what is known.
    package static func open(
        _ configuration: Configuration, _ surroundings: Surroundings
    ) throws(RunStop) -> Engine {
        var generator = surroundings.generator
        let seed = generator.next()
        let options = JournalOptions(
            now: { surroundings.clock.now }, randomBytes: { SeededBytes(seed: seed).bytes($0) },
            process: .init(pid: surroundings.process.pid, host: surroundings.process.host))
        let journal: Journal
        do throws(JournalError) {
            journal = try Journal.open(
                at: configuration.journalPath, create: true, options: options)
        } catch {
            throw .journal(error)
        }
        return try Engine.open(configuration, surroundings, journal: journal)
    }

    /// The same on a journal that is open already.
    package static func open(
        _ configuration: Configuration, _ surroundings: Surroundings, journal: Journal
    ) throws(RunStop) -> Engine {
        journal.refuse(configuration.secrets.map { $0.reveal() })
        var generator = surroundings.generator
        let run = RunID(
            start: surroundings.clock.now, random: UInt32(truncatingIfNeeded: generator.next()))
        do throws(ChronicleError) {
            let known = surroundings.snapshots.state(of: journal.reader())
            let chronicle = try JournaledChronicle(
                journal: journal, reader: journal.reader(), run: run, state: known)
            let recent = try Self.recentRequests(
                chronicle, journal.reader(), surroundings.clock.now)
            return Engine(
                configuration: configuration, surroundings: surroundings, journal: journal,
                chronicle: chronicle, snapshotPosition: known.position, recent: recent)
        } catch {
            throw .journal(error.cause as? JournalError ?? JournalError.closed)
        }
    }

    private static func recentRequests(
        _ chronicle: JournaledChronicle, _ reader: JournalReader, _ now: Instant
    ) throws(ChronicleError) -> RecentRequests {
        do throws(JournalError) {
            return try RecentRequests(reader: reader, state: chronicle.read { $0 }, now: now)
        } catch {
            throw ChronicleError(cause: error)
        }
    }

    package var run: RunID { chronicle.run }
    package var state: ProjectedState { chronicle.read { $0 } }

    /// Leaves a snapshot for the next start, where that pays.
    func keepSnapshot() {
        surroundings.snapshots.keep(
            state, of: journal.reader(), last: snapshotPosition,
            eventsMin: Snapshots.eventsOfRunMin)
    }

    func amazon(_ region: Marketplace.Region) throws(SettingsError) -> AmazonClient {
        let access = configuration.amazon
        let credentials = try access.requireCredentials()
        return AmazonClient(
            credentials: AmazonAPI.AmazonCredentials(
                refreshToken: credentials.refreshToken.reveal(),
                clientID: credentials.clientID.reveal(),
                clientSecret: credentials.clientSecret.reveal()),
            endpoints: AmazonEndpoints(
                region: region, api: access.apiURL(for: region), token: access.tokenURL),
            session: session)
    }

    /// The client of a target.
    package func plytix(_ alias: String) throws(SettingsError) -> PlytixClient {
        if let client = clients.withLock({ $0[alias] }) { return client }
        let client = try makeClient(alias)
        return clients.withLock { clients in
            if let other = clients[alias] { return other }
            clients[alias] = client
            return client
        }
    }

    private func makeClient(_ alias: String) throws(SettingsError) -> PlytixClient {
        let access = try configuration.access(to: alias)
        let credentials = try access.requireCredentials(of: alias)
        let suffix = "/auth/api/get-token"
        let auth = access.authURL
        return PlytixClient(
            credentials: PlytixAPI.PlytixCredentials(
                key: credentials.key.reveal(), password: credentials.password.reveal()),
            endpoints: PlytixEndpoints(
                pim: access.apiURL,
                auth: auth.hasSuffix(suffix) ? String(auth.dropLast(suffix.count)) : auth),
            session: session, alias: alias)
    }

    /// Records what requests taught about quotas, so that the next run starts wise.
    func recordLimits() async throws(ChronicleError) {
        let known = chronicle.read { $0.limits.observations }
        let drafts = observations.take().filter { known[$0.topic] != $0 }.map { observation in
            LimitObserved(observation: observation).draft(system: .plysync)
        }
        try await chronicle.append(drafts)
    }
}

/// Observations of limits that wait to be recorded, the last of each topic.
private final class ObservationQueue: Sendable {
    private let waiting = Mutex<[String: LimitObservation]>([:])

    func add(_ observation: LimitObservation) {
        waiting.withLock { $0[observation.topic] = observation }
    }
    func take() -> [LimitObservation] {
        waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting.inOrder
        }
    }
}

extension [String: LimitObservation] {
    /// What a server announces stands before what its refusals taught.
    fileprivate var inOrder: [LimitObservation] { sorted { $0.key < $1.key }.map(\.value) }
}

/// Bytes that follow from a seed: the journal's id.
private struct SeededBytes {
    let seed: UInt64

    func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = 0
        while bytes.count < count {
            bytes += ContentHash.of("\(seed)/\(block)").bytes
            block += 1
        }
        return Array(bytes.prefix(count))
    }
}
