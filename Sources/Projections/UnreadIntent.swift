import Catalog
import Events
import JSON

/// An intent that is not decoded yet.
///
/// Of all bodies those of intents are the most and the largest, and nearly every one of them ends
/// a few events later: a replay decodes only those that are left at its end.
struct UnreadIntent: Sendable {
    private let version: Int
    private let run: RunID
    private let time: Instant
    private let body: [UInt8]

    init(_ event: PastEvent) {
        version = event.version
        run = event.run
        time = event.time
        body = Array(event.body)
    }

    /// - `sequence`: the number of the event.
    func doubt(_ sequence: Int) throws(ProjectionError) -> Doubt {
        do throws(JSONError) {
            let intent = try EventDecoding.decode(
                EffectIntended.self, version: version, body: body)
            return Doubt(
                effects: intent.effects, attempt: intent.attempt, run: run, time: time)
        } catch {
            throw ProjectionError(sequence: sequence, kind: EffectIntended.kind, cause: error)
        }
    }
}

extension AccountState {
    var hasUnreadIntents: Bool { !unreadIntents.isEmpty }

    /// Decodes the intents that a replay has left.
    mutating func readIntents() throws(ProjectionError) {
        guard hasUnreadIntents else { return }
        // The first that cannot be read is the one that is told of.
        for (sequence, intent) in unreadIntents.sorted(by: { $0.key < $1.key }) {
            doubts[sequence] = try intent.doubt(sequence)
        }
        unreadIntents = [:]
    }
}
