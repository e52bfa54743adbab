/// How a governor deals with the quotas.
package struct GovernorSettings: Sendable, Hashable {
    /// The part of each quota that is left for others, 0 to 1, where a bucket names none itself.
    package var reserve = 0.0
    /// How many tasks may wait for one bucket.
    package var waitersMax = 10_000
    /// From which wait on it is announced.
    package var longWait = Duration.seconds(60)
    /// Whether one request may be sent into a long window of unknown phase that may be used up, to
    /// learn by its refusal where the windows begin.
    ///
    /// Never refused without it; faster with it.
    package var probesLongWindows = false

    package init() {}
}
