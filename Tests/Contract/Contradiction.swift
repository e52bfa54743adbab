/// Something in which the sandbox or the client leaves a specification on purpose, because of an
/// observation that weighs more.
package struct Contradiction: Sendable {
    /// Of whose findings it speaks: the operation's name, with `…` for any part of it.
    let operations: String
    let side: Finding.Side
    /// All statuses where there is none.
    let statuses: Set<Int>
    /// With `…` for any part of it.
    let place: String
    /// All rules where it is nil.
    let rule: String?
    /// What was observed, and where that is written down.
    package let reason: String

    init(
        _ operations: String, _ side: Finding.Side, _ statuses: Set<Int> = [], at place: String,
        _ rule: String? = nil, because reason: String
    ) {
        self.operations = operations
        self.side = side
        self.statuses = statuses
        self.place = place
        self.rule = rule
        self.reason = reason
    }

    package func covers(_ finding: Finding) -> Bool {
        side == finding.side && Self.fits(finding.operation, operations)
            && (statuses.isEmpty || statuses.contains(finding.status))
            && Self.fits(finding.place, place) && (rule == nil || rule == finding.rule)
    }

    private static func fits(_ text: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, let last = parts.last else {
            return text == pattern
        }
        guard text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}

extension Contradiction: CustomStringConvertible {
    package var description: String {
        let statuses = statuses.sorted().map(String.init).joined(separator: ", ")
        return "\(operations) \(statuses), \(side.rawValue), \(place): \(rule ?? "any")"
    }
}
