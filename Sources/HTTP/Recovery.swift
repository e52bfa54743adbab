package import Catalog

/// How to go on after an error: the loop decides by it, and a command says it in one sentence.
package enum Recovery: Sendable, Equatable {
    /// It may work later, not before the instant if there is one.
    case retry(after: Instant?)
    /// It works only with other input; the text says what to change.
    case fixInput(String)
    /// It works only when somebody changes something outside this program; the text says what.
    case askOperator(String)
    /// This program shall not go on now; the text says what to do then.
    case stop(String)

    /// What to do, for people; nil where waiting is enough.
    package var hint: String? {
        switch self {
        case .retry: nil
        case .fixInput(let text), .askOperator(let text), .stop(let text): text
        }
    }
}
