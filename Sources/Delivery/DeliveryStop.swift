package import HTTP
package import Projections

/// Why the delivery ends before everything was tried; what is left is planned again by the next run.
package enum DeliveryStop: Error, Sendable {
    /// The remote system refuses us as a whole: credentials, permission, payment.
    case refused(APIError)
    /// Nothing answers any more.
    case unreachable(APIError)
    /// The run has made as many requests as it may.
    case budgetUsedUp(APIError)
    /// The run is being stopped.
    case cancelled
    /// The journal did not take an event: nothing more may leave.
    case journal(ChronicleError)
}

extension DeliveryStop: CustomStringConvertible {
    package var description: String {
        switch self {
        case .refused(let error), .unreachable(let error), .budgetUsedUp(let error): "\(error)"
        case .cancelled: "stopped"
        case .journal(let error): "\(error)"
        }
    }

    /// What to do next.
    package var hint: String {
        switch self {
        case .refused(let error), .budgetUsedUp(let error):
            error.recovery.hint ?? "Run the same command again to go on."
        case .unreachable: "Check the network, then run the same command again to go on."
        case .cancelled: "Run the same command again to go on."
        case .journal: "Nothing was sent after this. Mend it, then run the same command again."
        }
    }
}
