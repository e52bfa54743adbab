import Catalog
import Projections
import Settings

/// What an account lets us send, and how long a number of requests takes by it.
struct Quota {
    private let limits: [RateLimit]
    private let reserve: Double
    private let isKnown: Bool

    init(_ state: LimitState, account: System?, alias: String, settings: LimitSettings) {
        let buckets = [account?.text, "plytix:\(alias)"].compactMap { $0 }
        let observed = buckets.lazy.compactMap { state.observations[$0]?.limits }.first
        let known = settings.plytixWindows ?? observed
        isKnown = known != nil
        limits = known ?? []
        reserve = settings.quotaReserve
    }

    /// `about 40 s`; counted from windows that nobody has used yet, so that it can take longer.
    func duration(of requests: Int) -> String {
        guard isKnown, let longest = limits.map({ seconds(requests, $0) }).max() else {
            return "for an unknown time,"
        }
        return longest < 1 ? "without waiting" : "about \(DurationText.rough(.seconds(longest)))"
    }

    /// What the duration is counted by.
    var explanation: String {
        guard isKnown, !limits.isEmpty else {
            return "since the account's quota is not known yet."
        }
        let parts = limits.map { limit in
            switch limit {
            case .bucket(let perSecond, _): "\(perSecond) a second"
            case .window(let requests, let length):
                "\(usable(requests)) of \(requests) in \(DurationText.rough(length))"
            }
        }
        return "at our share of the account's quota (\(parts.joined(separator: ", ")))."
    }

    private func usable(_ requests: Int) -> Int { max(1, Int(Double(requests) * (1 - reserve))) }

    /// The waits between the windows that are needed; what the last one takes is not counted.
    private func seconds(_ requests: Int, _ limit: RateLimit) -> Double {
        switch limit {
        case .bucket(let perSecond, let burst):
            max(0, Double(requests - burst) / max(0.001, perSecond * (1 - reserve)))
        case .window(let allowed, let length):
            Double((max(1, requests) - 1) / usable(allowed)) * length.inSeconds
        }
    }
}
