package import AmazonSandbox
import Catalog
package import PlytixSandbox
package import SandboxFaults

/// What one seed stands for: a catalogue, two remote systems with their quirks, and runs under
/// faults; a pure value, so that it can be repeated, printed and made smaller.
///
/// Behind the stages come quiet runs without faults, until nothing is left to do.
package struct Trial: Sendable, Hashable {
    /// Of ids, tokens and back-off; the rest of the trial was drawn from it once.
    package var seed: UInt64
    /// Items of the generated catalogue.
    package var items: Int
    /// Which catalogue of that size.
    package var catalogue: UInt64
    package var amazonQuirks: [AmazonSandbox.Quirk]
    package var plytixQuirks: [PlytixSandbox.Quirk]
    /// How long searches go on seeing what was before a change.
    package var searchLag: Duration
    /// How long after its 202 an accepted change is carried out.
    package var acceptedDelay: Duration
    /// The quota of the Plytix account.
    package var limits: [AccountConfiguration.Limit]
    /// The part of the quota that the engine leaves to others.
    package var reserve: Double
    /// Requests that the engine has under way at once.
    package var concurrency: Int
    package var stages: [Stage]

    /// One run, and what goes wrong meanwhile.
    package struct Stage: Sendable, Hashable {
        /// Between the end of the run before and this one.
        package var pause: Duration
        /// What happens to requests.
        package var faults: FaultPlan
        /// What happens beside them.
        package var incidents: [TimedIncident]

        package init(
            pause: Duration = .seconds(60), faults: FaultPlan = FaultPlan(),
            incidents: [TimedIncident] = []
        ) {
            self.pause = pause
            self.faults = faults
            self.incidents = incidents
        }
    }

    /// An incident, and the request of the run, counted from 1, before which it happens.
    package struct TimedIncident: Sendable, Hashable {
        package var request: Int
        package var incident: Incident

        package init(request: Int, _ incident: Incident) {
            self.request = request
            self.incident = incident
        }
    }

    package init(
        seed: UInt64, items: Int, catalogue: UInt64 = 1,
        amazonQuirks: [AmazonSandbox.Quirk] = [], plytixQuirks: [PlytixSandbox.Quirk] = [],
        searchLag: Duration = .zero, acceptedDelay: Duration = .seconds(1),
        limits: [AccountConfiguration.Limit] = AccountConfiguration.Limit.paidPlan,
        reserve: Double = 0.2, concurrency: Int = 8, stages: [Stage] = []
    ) {
        self.seed = seed
        self.items = items
        self.catalogue = catalogue
        self.amazonQuirks = amazonQuirks
        self.plytixQuirks = plytixQuirks
        self.searchLag = searchLag
        self.acceptedDelay = acceptedDelay
        self.limits = limits
        self.reserve = reserve
        self.concurrency = concurrency
        self.stages = stages
    }
}

extension Trial {
    /// H and L as the engine is told them: how late a request may arrive, and how far behind
    /// searches may be.
    package static let arrivalMax = Duration.seconds(120)
    package static let searchLagMax = Duration.seconds(10)

    /// Whether everything stays within H and L, so that not even a picture may be there twice.
    package var isWithinPromise: Bool {
        searchLag <= Self.searchLagMax
            && stages.allSatisfy { stage in
                stage.faults.rules.allSatisfy { rule in
                    rule.fault.delay <= Self.arrivalMax && rule.fault.kind != .twice
                } && stage.incidents.allSatisfy { !$0.incident.movesClock }
            }
    }

    /// All incidents, of whatever stage.
    var incidents: [Incident] { stages.flatMap { $0.incidents.map(\.incident) } }
}
