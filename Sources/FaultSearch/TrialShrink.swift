import Catalog
package import Delivery
import PlytixSandbox
import SandboxFaults

extension Trial {
    /// A smaller trial that still breaks one of the same invariants: without whole runs, faults,
    /// incidents and quirks that it does not need, and with fewer items.
    ///
    /// Each step is kept if the trial still fails, until none is; `attemptsMax` bounds the trials.
    package func shrunk(
        breaking invariants: Set<Invariant>, sabotage: Sabotage = [], attemptsMax: Int = 400
    ) -> Trial {
        var best = self
        var attempts = 0
        var isSmaller = true
        while isSmaller {
            isSmaller = false
            for candidate in best.smaller {
                guard attempts < attemptsMax else { return best }
                attempts += 1
                let broken = Set(TrialRun(candidate, sabotage: sabotage).findings.map(\.invariant))
                guard !broken.isDisjoint(with: invariants) else { continue }
                best = candidate
                isSmaller = true
                break
            }
        }
        return best
    }

    /// Trials with one thing less, the largest steps first.
    private var smaller: [Trial] {
        var candidates: [Trial] = []
        func add(_ change: (inout Trial) -> Void) {
            var trial = self
            change(&trial)
            if trial != self { candidates.append(trial) }
        }
        for index in stages.indices { add { $0.stages.remove(at: index) } }
        for index in stages.indices {
            add { $0.stages[index].faults.rules = [] }
            add { $0.stages[index].incidents = [] }
        }
        add { $0.plytixQuirks = [] }
        add { $0.amazonQuirks = [] }
        add { $0.plytixQuirks.removeLast(plytixQuirks.count / 2) }
        add { $0.plytixQuirks.removeFirst(plytixQuirks.count / 2) }
        for index in stages.indices {
            for rule in stages[index].faults.rules.indices {
                add { $0.stages[index].faults.rules.remove(at: rule) }
            }
            for incident in stages[index].incidents.indices {
                add { $0.stages[index].incidents.remove(at: incident) }
            }
        }
        for index in plytixQuirks.indices { add { $0.plytixQuirks.remove(at: index) } }
        for index in amazonQuirks.indices { add { $0.amazonQuirks.remove(at: index) } }
        for count in [1, items / 2, items - 1] where count > 0 && count < items {
            add { $0.items = count }
        }
        add { $0.searchLag = .zero }
        add { $0.acceptedDelay = .seconds(1) }
        add { $0.limits = AccountConfiguration.Limit.paidPlan }
        add { $0.concurrency = 1 }
        return candidates
    }
}
