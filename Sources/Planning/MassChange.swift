package import Catalog
package import Projections

/// How much of what is known a plan would change, unlink or clear: a guard against a wrong setting
/// or a wrong rule.
package struct MassChange: Sendable, Hashable {
    /// Products of which something that is there would become something else.
    package let changed: Int
    package let known: Int
    /// The causes, by the number of changes.
    package let reasons: [ChangeReason: Int]

    /// In a small catalogue a few changes are a large share and no harm.
    package static let changedMin = 10

    /// Whether it needs a person's word.
    package func isUnusual(share: Double) -> Bool {
        changed >= Self.changedMin && Double(changed) > Double(known) * share
    }
}

extension Plan {
    package func massChange(of account: AccountState) -> MassChange {
        var changed = Set<Subject>()
        var reasons: [ChangeReason: Int] = [:]
        for effect in effects {
            switch effect {
            case .setFields(_, let changes):
                for change in changes
                where change.old != nil && change.reason != .new && change.new != FieldValue.today {
                    changed.insert(effect.subject)
                    reasons[change.reason, default: 0] += 1
                }
            case .unlink:
                changed.insert(effect.subject)
                reasons[.match, default: 0] += 1
            default: break
            }
        }
        return MassChange(
            changed: changed.count, known: account.products.count, reasons: reasons)
    }
}
