import AmazonSandbox
import Catalog
import Delivery
import HTTP
import HTTPTypes
import JSON
import JournalStore
import PlytixSandbox
import SandboxWorld
import Settings
import Simulation
import Sync
import Synchronization

/// The simulated world of a trial, with the means to let incidents happen in it.
final class TrialWorld: Sendable {
    let trial: Trial
    let simulated: SimulatedWorld
    let door = DoorBook()
    /// What people and accidents did, which no run is to blame for.
    let deeds = Deeds()
    private let pictures: PictureDesk
    private let gate = JournalGate()
    private let catalogue: Mutex<(world: World, changes: [AmazonChange])>

    /// - `changes`: what Amazon has changed before the first run.
    init(
        _ trial: Trial, sabotage: Sabotage, after changes: [AmazonChange] = []
    ) throws(JournalError) {
        self.trial = trial
        let generated = World.generated(count: trial.items, seed: trial.catalogue)
        let world = changes.reduce(generated) { $0.after($1) ?? $0 }
        catalogue = Mutex((world, changes))
        let pictures = PictureDesk(world)
        self.pictures = pictures
        var options = SimulatedWorld.Options(seed: trial.seed)
        options.amazonQuirks = Set(trial.amazonQuirks)
        options.plytix.quirks = Set(trial.plytixQuirks)
        options.plytix.searchLag = trial.searchLag
        options.plytix.acceptedDelay = trial.acceptedDelay
        options.limits = trial.limits
        options.picture = { pictures.file(at: $0) }
        options.onServed = { [door] in door.note($0, $1, $2) }
        options.refusal = { [gate] in gate.error }
        simulated = try SimulatedWorld(world, options) { configuration in
            configuration.delivery.arrivalMax = Trial.arrivalMax
            configuration.delivery.searchLagMax = Trial.searchLagMax
            configuration.delivery.concurrency = trial.concurrency
            configuration.delivery.sabotage = sabotage
            configuration.limits.quotaReserve = trial.reserve
        }
    }

    /// What Amazon has now.
    var world: World { catalogue.withLock(\.world) }
    /// What Amazon has changed since the first run, in order.
    var changes: [AmazonChange] { catalogue.withLock(\.changes) }

    /// Runs the sync once under a stage.
    func run(_ stage: Trial.Stage) throws -> StageOutcome {
        try simulated.time.pass(stage.pause)
        let first = door.all.count
        let started = simulated.time.now
        let network = Mutex<HostileTransport?>(nil)
        var report: RunReport?
        do {
            report = try simulated.run(
                Self.order(trial),
                wrap: { transport in
                    let hostile = HostileTransport(
                        transport, time: simulated.time, stage: stage, happen: happen,
                        isSlow: pictures.isSlow)
                    network.withLock { $0 = hostile }
                    return hostile
                })
        } catch let error as Standstill {
            throw error
        } catch {
            // The run could not even record its end; the journal says how far it came.
        }
        gate.open()
        if trial.stages.contains(where: { $0.incidents.contains { $0.incident.isWithdrawal } }) {
            simulated.plytix.permit(Set(Permission.allCases), to: "default")
        }
        let hostile = network.withLock { $0 }
        return StageOutcome(
            report: report, started: started, served: Array(door.all.dropFirst(first)),
            ended: simulated.time.now, interruptedAt: hostile?.interruptedAt,
            departures: hostile?.departures ?? 0,
            lostUploads: hostile?.lostUploads ?? [:], impatience: hostile?.impatience ?? 0,
            crowding: hostile?.crowding ?? 0)
    }

    private static func order(_ trial: Trial) -> RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync", "--brand", "Sandbox Brand", "--execute"],
            phases: Set(Phase.allCases),
            scope: Scope(source: .brand("Sandbox Brand"), marketplaces: [.us]))
        order.execute = true
        order.allowsMassChange = true
        return order
    }

    // MARK: Incidents

    private func happen(_ incident: Incident) {
        let now = simulated.time.now
        switch incident {
        case .death:
            gate.close(.closed)
            simulated.time.interrupt()
        case .interruption: simulated.time.interrupt()
        case .diskFull: gate.close(.diskFull(path: ":memory:"))
        case .clockJump(let duration): simulated.clock.set(by: duration)
        case .rival(let requests):
            deeds.note { $0.hadRival = true }
            rival(requests, at: now)
        case .tokensRevoked: simulated.plytix.revokeTokens()
        case .rightWithdrawn(let right):
            simulated.plytix.permit(Set(Permission.allCases).subtracting([right]), to: "default")
        case .unreachable: break
        case .picture(let number, let trouble):
            if let id = pictures.spoil(number, trouble) {
                if trouble != .slow { deeds.note { $0.spoiltPictures.insert(id) } }
            }
        case .amazon(let change):
            catalogue.withLock { catalogue in
                guard let world = catalogue.world.after(change) else { return }
                catalogue.world = world
                catalogue.changes.append(change)
                simulated.amazon.sell(world)
            }
        case .person(let work): person(work, at: now)
        }
    }

    /// Another client with the same key: logs in and sends searches.
    private func rival(_ requests: Int, at now: Instant) {
        let login = simulated.plytix.respond(
            to: Request(
                .post, "https://auth.plytix.com/auth/api/get-token",
                json: ["api_key": "default-key", "api_password": "default-password"]), at: now)
        guard let token = try? login.json()["data"][0]["access_token"].string else { return }
        for _ in 0..<requests {
            var request = Request(
                .post, "https://pim.plytix.com/api/v1/products/search",
                json: ["pagination": ["page": 1, "page_size": 1]])
            request.headers[.authorization] = "Bearer \(token)"
            _ = simulated.plytix.respond(to: request, at: now)
        }
    }

    private func person(_ work: Incident.Handiwork, at now: Instant) {
        let world = world
        let asins = world.items.map(\.asin).sorted()
        guard !asins.isEmpty else { return }
        let sku = { @Sendable (number: Int) in "AMZN-US-\(asins[number % asins.count])" }
        let picture = { @Sendable (number: Int) -> String? in
            let asin = asins[number % asins.count]
            return world.items.first { $0.asin == asin }.flatMap {
                WorldReading.pictures(of: $0).first?.file
            }
        }
        simulated.plytix.byHand(in: "default", at: now) { [deeds] editor in
            switch work {
            case .edit(let number):
                let value = "by hand \(number)"
                if editor.setAttribute("amazon_size", to: .string(value), of: sku(number)) {
                    deeds.note { $0.sizes[sku(number)] = value }
                }
            case .complete(let number):
                if editor.setStatus("Completed", of: sku(number)) {
                    editor.setAttribute("amazon_is_primary", to: true, of: sku(number))
                    deeds.note { $0.completed.insert(sku(number)) }
                }
            case .deleteProduct(let number):
                if editor.deleteProduct(sku(number)) {
                    deeds.note { deeds in
                        deeds.deletedProducts.insert(sku(number))
                        deeds.sizes[sku(number)] = nil
                        deeds.completed.remove(sku(number))
                    }
                }
            case .deletePicture(let number):
                if let file = picture(number), editor.deleteAsset(file) {
                    deeds.note { $0.deletedPictures.insert(file) }
                }
            case .createProduct(let number):
                if editor.addProduct(sku(number), label: "Made by hand") {
                    deeds.note { $0.createdProducts.insert(sku(number)) }
                }
            case .createLookalike(let number):
                if editor.addProduct(sku(number).lowercased(), label: "Not ours") {
                    deeds.note { $0.lookalikes.insert(sku(number).lowercased()) }
                }
            case .uploadLookalike(let number):
                guard let file = picture(number) else { return }
                let name = file.uppercased()
                editor.uploadAsset(name, bytes: Array("not ours".utf8))
                deeds.note { $0.foreignFiles.insert(name) }
            }
        }
    }
}

extension Incident {
    var isWithdrawal: Bool { if case .rightWithdrawn = self { true } else { false } }
}

/// What one run under a stage left behind.
struct StageOutcome: Sendable {
    /// Nil when the run could not even record its end.
    let report: RunReport?
    let started: Instant
    let served: [ServedRequest]
    let ended: Instant
    /// When somebody pressed Ctrl-C; nil when nobody did.
    let interruptedAt: Instant?
    /// Requests that left after that.
    let departures: Int
    /// By file name.
    let lostUploads: [String: Int]
    let impatience: Int
    let crowding: Int

    var writes: Int { served.count(where: \.isWrite) }
}

/// What people and accidents did in a trial.
final class Deeds: Sendable {
    struct List: Sendable {
        var sizes: [String: String] = [:]
        var completed: Set<String> = []
        var deletedProducts: Set<String> = []
        var deletedPictures: Set<String> = []
        var createdProducts: Set<String> = []
        var lookalikes: Set<String> = []
        var foreignFiles: Set<String> = []
        /// File names of pictures that cannot be fetched.
        var spoiltPictures: Set<String> = []
        var hadRival = false
    }
    private let state = Mutex(List())

    var list: List { state.withLock { $0 } }
    func note(_ change: (inout List) -> Void) { state.withLock { change(&$0) } }
}

/// Whether the journal takes anything.
private final class JournalGate: Sendable {
    private let state = Mutex<JournalError?>(nil)

    var error: JournalError? { state.withLock { $0 } }
    func close(_ error: JournalError) { state.withLock { $0 = $0 ?? error } }
    func open() { state.withLock { $0 = nil } }
}
