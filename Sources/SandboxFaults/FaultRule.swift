/// One line of a fault plan: which requests go wrong, and how.
package struct FaultRule: Sendable, Hashable {
    package var match: FaultMatch
    package var fault: Fault
    /// How often at most; nil for no bound.
    package var timesMax: Int?

    package init(_ match: FaultMatch, _ fault: Fault, timesMax: Int? = nil) {
        self.match = match
        self.fault = fault
        self.timesMax = timesMax
    }
}
