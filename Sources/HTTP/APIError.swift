package import Catalog

/// Why an operation gave no value.
///
/// Descriptions carry no payload and no secret; `recovery` says how to go on.
package indirect enum APIError: Error, Sendable, Equatable {
    /// There is no answer to a request of this operation.
    case noAnswer(TransportError, operation: String)
    /// There is no token to send the request with, so that it did not leave.
    case noToken(APIError)
    /// The server answered, and did not do it.
    case refused(Refusal)
    /// The server says that a quota is used up (429); `until` is when it may be tried again, if it
    /// said so. The governor knows it already: whatever is sent next waits.
    case limited(operation: String, until: Instant?, facts: AnswerFacts)
    /// The server says that it did it, but the answer has another form than any that we know.
    case unreadable(operation: String, reason: String, facts: AnswerFacts)
    /// A request that cannot be asked for: what is wrong with it.
    case invalid(operation: String, reason: String)
    /// The run has made as many requests as it may.
    case budgetUsedUp(requestsMax: Int)
    /// More tasks wait for the quota than a queue takes: a fault of ours.
    case tooManyWaiting(bucket: String)
}

extension APIError {
    /// Whether the server may have carried the request out.
    package var mayHaveBeenApplied: Bool {
        switch self {
        case .noAnswer(let error, _): error.mayHaveBeenApplied
        case .unreadable: true
        case .refused(let refusal): refusal.mayHaveBeenApplied
        case .noToken, .limited, .invalid, .budgetUsedUp, .tooManyWaiting: false
        }
    }

    /// Whether it only says that this program is stopping.
    package var isCancellation: Bool {
        switch self {
        case .noAnswer(.cancelled, _): true
        case .noToken(let error): error.isCancellation
        default: false
        }
    }

    /// How to go on.
    package var recovery: Recovery {
        switch self {
        case .noAnswer(.cancelled, _): .stop("Run the same command again to go on.")
        case .noAnswer(.tooLarge, _): .fixInput("Ask for less at once.")
        case .noAnswer: .retry(after: nil)
        case .noToken(let error): error.recovery
        case .refused(let refusal): refusal.recovery
        case .limited(_, let until, _): .retry(after: until)
        case .unreadable: .retry(after: nil)
        case .invalid(_, let reason): .fixInput(reason)
        case .budgetUsedUp:
            .stop("Raise --max-requests, or run the same command again to go on.")
        case .tooManyWaiting: .retry(after: nil)
        }
    }
}

extension APIError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noAnswer(let error, let operation): "\(operation): \(error)"
        case .noToken(let error): "no access token: \(error)"
        case .refused(let refusal): refusal.description
        case .limited(let operation, let until, _):
            "\(operation): the quota is used up"
                + (until.map { " until \($0.shortDescription)" } ?? "")
        case .unreadable(let operation, let reason, let facts):
            "\(operation): the answer (\(facts.status)) cannot be read: \(reason)"
        case .invalid(let operation, let reason): "\(operation): \(reason)"
        case .budgetUsedUp(1): "the one request of this run is made"
        case .budgetUsedUp(let requestsMax): "all \(requestsMax) requests of this run are made"
        case .tooManyWaiting(let bucket): "too many requests wait for \(bucket)"
        }
    }
}
