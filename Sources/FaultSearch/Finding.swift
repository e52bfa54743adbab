/// An invariant that does not hold.
package struct Finding: Sendable, Hashable, CustomStringConvertible {
    package let invariant: Invariant
    package let detail: String

    package var description: String { "\(invariant.rawValue): \(detail)" }
}

/// What must hold whatever goes wrong.
package enum Invariant: String, Sendable, Hashable, CaseIterable {
    case journalVerifies = "the journal verifies"
    case everyWriteIsAnnounced = "no write without an intent before it"
    case nothingIsTwice = "nothing is there twice"
    case othersAreUntouched = "nothing is changed but what is ours"
    case editsStand = "no edit of a person is overwritten against its rule"
    case journalIsTrue = "what the journal says is in Plytix is there"
    case quotaIsKept = "no request beyond the announced quota"
    case refusalsAreObeyed = "every 429 leads to waiting"
    case linksGoInTurn = "links to one product's assets are made one after the other"
    case stopsAreObeyed = "nothing leaves after Ctrl-C, and the run ends"
    case nothingIsInDoubt = "nothing stays in doubt"
    case everythingIsAccounted = "every expected item is accounted for"
    case nothingIsLost = "the account is what it would be without faults"
    case failuresHaveReasons = "nothing is set aside without a reason of its own"
    case extrasAreListed = "an extra picture is listed"
    case runsComeToRest = "runs without faults come to rest"
    case runsEnd = "every run ends"
}
