import Catalog
import PlytixSandbox

/// What must hold of how long a run takes, and of one that is stopped.
struct StopCheck {
    let trial: Trial
    let outcome: StageOutcome

    /// Of a run under a stage of the plan.
    var findings: [Finding] {
        guard let stop = outcome.interruptedAt else { return [] }
        var findings: [Finding] = []
        if outcome.departures > 0 {
            findings.append(
                Finding(
                    invariant: .stopsAreObeyed,
                    detail: "\(outcome.departures) requests left after Ctrl-C"))
        }
        if outcome.ended - stop > Self.answerMax {
            findings.append(
                Finding(
                    invariant: .stopsAreObeyed,
                    detail: "it went on for \(outcome.ended - stop) after Ctrl-C"))
        }
        return findings
    }

    /// Of a run without faults: it may wait for what went before, and for its quota.
    var findingsOfQuiet: [Finding] {
        let took = outcome.ended - outcome.started
        guard took > quietMax else { return [] }
        return [
            Finding(
                invariant: .runsComeToRest,
                detail: "a run without faults took \(took) for \(outcome.served.count) requests")
        ]
    }

    /// The longest timeout of a request, and its way.
    private static let answerMax = Duration.seconds(61)

    private var quietMax: Duration {
        // Of each window we may use a part, and use it wholly in each stretch of its length.
        let waits = trial.limits.map { limit in
            let requests = max(1, Int(Double(limit.requests) * (1 - trial.reserve)))
            return Duration.seconds(limit.seconds) * (outcome.served.count / requests + 1)
        }
        // Amazon's pace; H and L a few times.
        let others =
            Duration.seconds(outcome.served.count) + (Trial.arrivalMax + Trial.searchLagMax) * 4
        return (waits.max() ?? .zero) * 2 + others
    }
}
