package import Catalog

/// How much of what the remote systems allow is used, and when.
package struct LimitSettings: Hashable, Sendable {
    /// The share of each Plytix window that is left for others, from 0 to below 1.
    package var quotaReserve = 0.2
    /// Plytix's windows, where they are not to be taken from the token (`plytix-api.md` 3).
    package var plytixWindows: [RateLimit]?
    /// Requests a second to Amazon, where its own figure is not to be used.
    package var amazonPerSecond: Double?
    /// After so many requests a run stops where it is; nil for no limit.
    package var requestsMax: Int?
    /// The hours of the day, in the configured zone, in which Plytix is written to; nil for all.
    ///
    /// A range over midnight goes on past 23: `22...29` is from 22:00 to 06:00.
    package var writeHours: ClosedRange<Int>?

    package init() {}

    /// How long until Plytix may be written to; zero when it may be now.
    ///
    /// The zone is that of `PlanningSettings.zoneOffset`.
    package func untilWriting(from now: Instant, zoneOffset: Duration) -> Duration {
        guard let writeHours else { return .zero }
        let local = (now + zoneOffset).microseconds
        let day = 86_400_000_000
        let ofDay = (local % day + day) % day
        let hour = ofDay / 3_600_000_000
        guard !writeHours.contains(hour), !writeHours.contains(hour + 24) else { return .zero }
        let start = writeHours.lowerBound * 3_600_000_000
        return .microseconds((start - ofDay + day) % day)
    }
}
