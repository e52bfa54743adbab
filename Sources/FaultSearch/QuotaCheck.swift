import AmazonSandbox
import Catalog
import PlytixSandbox
import SandboxFaults

/// What must hold of the requests of one run, counted at the server's door.
struct QuotaCheck {
    let trial: Trial
    let outcome: StageOutcome
    let deeds: Deeds.List

    var findings: [Finding] {
        var findings: [Finding] = []
        if outcome.impatience > 0, !movesClock {
            findings.append(
                Finding(
                    invariant: .refusalsAreObeyed,
                    detail: "\(outcome.impatience) requests left before a 429 allowed them"))
        }
        let refused = outcome.served.count {
            $0.isPlytix && $0.status == 429 && $0.path.hasPrefix("/api/")
        }
        if refused > probesMax, !isExcused {
            findings.append(
                Finding(
                    invariant: .quotaIsKept, detail: "the server refused \(refused) requests"))
        }
        if outcome.crowding > 0 {
            findings.append(
                Finding(
                    invariant: .linksGoInTurn,
                    detail: "\(outcome.crowding) left while another one was under way"))
        }
        return findings
    }

    /// Without a reserve one request may be refused to learn where a long window begins.
    private var probesMax: Int {
        trial.reserve == 0 ? trial.limits.count { $0.seconds > 60 } : 0
    }

    private var movesClock: Bool { trial.incidents.contains(where: \.movesClock) }

    /// Where the quota cannot be known, or others used it: another client, requests that came late
    /// or twice, a 429 that says something else than the windows, a run before this one in the same
    /// window that could not record what it read.
    private var isExcused: Bool {
        let unknowable: [PlytixSandbox.Quirk] = [
            .claimsWithoutLimits, .tokenOpaque, .limitsCountTokens,
        ]
        let isUnknowable = trial.plytixQuirks.contains(where: unknowable.contains)
        let isLate =
            trial.stages.contains { stage in
                stage.faults.rules.contains {
                    $0.fault.delay > .zero || $0.fault.kind == .twice || $0.fault.isRefusal
                }
            } || trial.incidents.contains(where: \.isSlow)
        let longest = trial.limits.map(\.seconds).max() ?? 0
        let hasLostCount = trial.incidents.contains(where: \.endsTheRecord)
        return isUnknowable || isLate || movesClock || deeds.hadRival
            || hasLostCount && trial.stages.contains { $0.pause < .seconds(longest) }
    }
}

extension Fault {
    var isRefusal: Bool {
        if case .answer(status: 429, _, _, _) = kind { true } else { false }
    }
}

extension Trial {
    /// Whether runs may stop for good: an Amazon that never lets a search come to its end.
    var excusesStop: Bool {
        amazonQuirks.contains(.earlyError)
    }
}
