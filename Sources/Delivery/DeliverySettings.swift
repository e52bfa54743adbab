/// How requests are delivered, and how doubts about them are settled.
package struct DeliverySettings: Sendable, Hashable {
    /// H: how long after it was sent a request may still arrive.
    package var arrivalMax = Duration.seconds(120)
    /// L: how long searches may lag behind writes.
    package var searchLagMax = Duration.seconds(10)
    /// Requests under way at once.
    package var concurrency = 8
    /// Tries of one request within a run, each with an intent of its own.
    package var triesMax = 5
    /// What is switched off, for searches for faults.
    package var sabotage: Sabotage = []

    package init() {}
}
