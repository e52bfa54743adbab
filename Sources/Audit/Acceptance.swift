// Which failures a person means who takes something as it is.

import Catalog
package import Events
package import Planning
package import Projections
import Hashing

/// The decisions of one `accept`.
package struct Acceptance: Sendable {
    /// One event for each failure that is taken as it is.
    package let events: [ItemAccepted]
    /// What the person named and cannot be taken as it is: without a definition no product that
    /// needs it can be written.
    package let definitions: [KnownFailure]

    /// Everything that failed now and has to do with what the person named: `text` is a subject, a
    /// bare SKU or ASIN, or the key of an effect as `status` shows it.
    package init(
        of text: String, reason: String, state: ProjectedState, account: AccountState,
        settings: PlanningSettings
    ) {
        let argument = SubjectArgument(text, settings: settings)
        let subjects = Set(argument.subjects)
        let named = account.failures.sorted { $0.key < $1.key }.filter { key, failure in
            key == text || subjects.contains(failure.subject)
        }
        definitions = named.map(\.value).filter(\.subject.isDefinition)
        let failed = named.filter { key, failure in
            account.accepted[key] != failure.facts && !failure.subject.isDefinition
        }
        let deleted = account.products.filter { $0.value.isGone }.keys.sorted().map {
            Accounting.Failure(deleted: $0)
        }.filter { failure in
            (failure.key == text || subjects.contains(failure.subject))
                && account.accepted[failure.key]
                    != account.deletionFacts(String(failure.subject.name))
        }
        let deletedPictures = account.goneAssets.keys.sorted().filter { file in
            let failure = Accounting.Failure(deletedPicture: file)
            return (failure.key == text || subjects.contains(failure.subject))
                && account.accepted[failure.key] != account.deletionFacts(picture: file)
        }
        let missing = argument.items + (Self.item(ofKey: text).map { [$0] } ?? [])
        events =
            failed.map { key, failure in
                ItemAccepted(
                    subject: failure.subject, key: key, reason: reason, facts: failure.facts)
            }
            + deleted.map { failure in
                ItemAccepted(
                    subject: failure.subject, key: failure.key, reason: reason,
                    facts: account.deletionFacts(String(failure.subject.name)))
            }
            + deletedPictures.map { file in
                let failure = Accounting.Failure(deletedPicture: file)
                return ItemAccepted(
                    subject: failure.subject, key: failure.key, reason: reason,
                    facts: account.deletionFacts(picture: file))
            }
            + missing.compactMap { item in
                let key = MissingItem.key(item)
                guard state.catalogue.missing[item] != nil, account.accepted[key] == nil
                else { return nil }
                return ItemAccepted(
                    subject: .asin(item), key: key, reason: reason, facts: ContentHash.of(key))
            }
    }

    /// The item of a missing item's key: `item US/B07X8Z63ZL`.
    private static func item(ofKey text: String) -> ItemKey? {
        text.hasPrefix("item ") ? ItemKey(String(text.dropFirst("item ".count))) : nil
    }
}

extension AccountState {
    /// The keys of what failed and is not accepted, whose reason holds a text; all without one.
    ///
    /// Case does not count. A definition that an earlier program let a person accept is tried again
    /// all the same: nothing can be written without it. A product that somebody deleted is brought
    /// back only where its reason is asked for: it may have been deleted on purpose.
    package func failedKeys(because reason: String?) -> [String] {
        let wanted = reason?.lowercased()
        let gone =
            products.filter { $0.value.isGone }.keys.map { Accounting.Failure(deleted: $0) }
            + goneAssets.keys.map { Accounting.Failure(deletedPicture: $0) }
        let deleted = gone.filter { failure in
            wanted.map { failure.reason.lowercased().contains($0) } ?? false
        }.map(\.key)
        let failed = failures.filter { key, failure in
            // Of a picture that is there twice only another look can say that it is not.
            (accepted[key] != failure.facts || failure.subject.isDefinition)
                && !key.hasPrefix(KnownFailure.extraPrefix)
                && wanted.map { failure.reason.lowercased().contains($0) } ?? true
        }.keys
        return Set(failed).union(deleted).sorted()
    }
}
