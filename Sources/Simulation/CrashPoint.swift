/// A boundary of a run at which the process can die: something that lasts has just changed, or is
/// about to.
package struct CrashPoint: Sendable, Hashable {
    /// What is about to happen, or has just happened.
    package enum Moment: String, Sendable, CaseIterable {
        /// The intent of the request is recorded, and it has not left.
        case requestLeaves = "before a request leaves"
        /// The server carried it out, and its answer is on the way.
        case requestApplied = "after the server carried it out"
        /// The answer is here, and nothing of it is recorded.
        case answerArrives = "after the answer arrived"
        /// The events of a commit are not in the journal yet.
        case commitBegins = "before a commit"
        /// They are.
        case commitEnded = "after a commit"
    }

    /// From 1, in the order of the run.
    package let number: Int
    package let moment: Moment
    /// The request, `POST /api/v1/products`, or how far the journal has come, `event 17`.
    package let what: String
}

extension CrashPoint: CustomStringConvertible {
    package var description: String { "point \(number), \(moment.rawValue) (\(what))" }
}
