internal import SandboxWorld

/// What goes wrong, and when: a pure value, for the server and for transports within a process.
///
/// The same plan and the same requests give the same faults, whatever the time and however
/// requests to different systems are interleaved: each rule counts the requests that it is about.
package struct FaultPlan: Sendable, Hashable {
    /// What the rules with a probability draw from.
    package var seed: UInt64
    /// In order: the first one that hits a request decides.
    package var rules: [FaultRule]

    package init(seed: UInt64 = 0, rules: [FaultRule] = []) {
        self.seed = seed
        self.rules = rules
    }

    /// How far a plan has come, rule by rule.
    package struct Progress: Sendable, Hashable {
        /// The requests that each rule was about.
        package fileprivate(set) var covered: [Int]
        /// Those that each rule hit.
        package fileprivate(set) var hit: [Int]

        package init(_ plan: FaultPlan) {
            covered = plan.rules.map { _ in 0 }
            hit = covered
        }
    }

    /// The fault of the next request, if any; the progress is that of this plan.
    package func decide(_ subject: FaultSubject, _ progress: inout Progress) -> Fault? {
        var decided: Fault?
        for (index, rule) in rules.enumerated() where rule.match.covers(subject) {
            progress.covered[index] += 1
            let number = progress.covered[index]
            let isSpent = rule.timesMax.map { progress.hit[index] >= $0 } ?? false
            guard decided == nil, !isSpent,
                rule.match.occasion.includes(number, chance: chance(rule: index, number: number))
            else { continue }
            progress.hit[index] += 1
            decided = rule.fault
        }
        return decided
    }

    /// A number from 0 up to 1 that depends on the seed, the rule and the request's number alone.
    private func chance(rule: Int, number: Int) -> Double {
        let place = SplitMix64.mixed(UInt64(rule + 1) << 40 ^ UInt64(number))
        return Double(SplitMix64.mixed(seed ^ place) >> 11) / Double(1 << 53)
    }
}
