import Synchronization

/// What the demonstration says of itself: each claim is checked when it is made.
final class DemoClaims: Sendable {
    private let counts = Mutex((made: 0, failed: 0))

    var made: Int { counts.withLock { $0.made } }
    var failed: Int { counts.withLock { $0.failed } }

    /// Prints a claim with whether it holds, and what was found where it does not.
    func claim(_ sentence: String, _ holds: Bool, found: @autoclosure () -> String = "") {
        counts.withLock { counts in
            counts.made += 1
            if !holds { counts.failed += 1 }
        }
        let detail = holds ? "" : found()
        Console.result(
            "   \(holds ? "[ok]    " : "[WRONG] ")" + sentence
                + (detail.isEmpty ? "" : "\n           found: \(printable(detail))"))
    }
}
