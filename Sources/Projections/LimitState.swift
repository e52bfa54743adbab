package import Catalog
import Events

/// The last observation of each topic, so that a run starts wise.
package struct LimitState: Projector, Sendable {
    /// By topic.
    package private(set) var observations: [String: LimitObservation] = [:]

    package static let kinds: Set<String> = [LimitObserved.kind]

    package init() {}

    init(observations: [String: LimitObservation]) { self.observations = observations }

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        let body = try event.decode(LimitObserved.self)
        observations[body.observation.topic] = body.observation
    }
}
