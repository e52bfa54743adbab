package import Catalog
package import Events
package import JSON

/// What one Plytix account holds of ours, and what was decided for it.
package struct AccountState: Projector, Sendable {
    /// Products of ours, by SKU.
    package var products: Table<String, KnownProduct> = [:]
    /// SKUs by product id, of ours and of canonical products.
    package var skus: Table<String, String> = [:]
    /// The merchant's own products, by SKU.
    package var canonicals: Table<String, KnownCanonical> = [:]
    package var verdicts: Table<ItemKey, KnownVerdict> = [:]
    /// By file name.
    package var assets: Table<String, KnownAsset> = [:]
    /// Ids that pictures had which somebody deleted, by file name.
    package var goneAssets: [String: String] = [:]
    /// File names by asset id.
    package var files: Table<String, String> = [:]
    package var attributes: [String: KnownDefinition] = [:]
    package var families: [String: KnownDefinition] = [:]
    package var relations: [String: KnownDefinition] = [:]
    /// Links by relation label and source SKU.
    package var links: [String: Table<String, Set<KnownLink>>] = [:]
    /// Intents without an outcome, by sequence number.
    package var doubts: [Int: Doubt] = [:]
    /// The sequence numbers of those that a replay has met and not decoded yet.
    private(set) var unreadIntents: Set<Int> = []
    /// Uploads whose answer was lost and that no search found, by file name: one that arrives
    /// later than we count on makes a second asset.
    package var lostUploads: [String: LostUpload] = [:]
    /// What failed and has not succeeded since, by effect key.
    package var failures: [String: KnownFailure] = [:]
    /// Failures that a person took as they are, by effect key.
    package var accepted: [String: Digest] = [:]
    /// What this account does where the documents are silent.
    package var learned: [String: JSONValue] = [:]

    package static let kinds: Set<String> = [
        CanonicalObserved.kind, CanonicalVanished.kind, LiveObserved.kind, TargetLearned.kind,
        MatchFound.kind, MatchMissed.kind, ItemAccepted.kind, RetryAsked.kind,
        EffectIntended.kind, EffectSettled.kind, EffectFailed.kind, SchemaDefined.kind,
        SchemaVanished.kind, AssetVanished.kind,
        ProductCreated.kind, AttributesSet.kind, FamilyAssigned.kind, RelationLinked.kind,
        RelationUnlinked.kind, AssetUploaded.kind, AssetLinked.kind, GallerySet.kind,
        ThumbnailSet.kind,
    ]

    package init() {}

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case EffectIntended.self:
            let body = try event.decode(EffectIntended.self)
            doubts[event.sequence] = Doubt(
                effects: body.effects, attempt: body.attempt, run: event.run, time: event.time)
            return
        default: end(event.cause)
        }
        switch event {
        case CanonicalObserved.self, CanonicalVanished.self, LiveObserved.self, TargetLearned.self,
            SchemaVanished.self, AssetVanished.self:
            try applyObservation(event)
        case MatchFound.self, MatchMissed.self, ItemAccepted.self, RetryAsked.self:
            try applyDecision(event)
        default: try applyEffect(event)
        }
    }

    /// Takes in one of many events; those that are put off must be given to `catchUp`.
    mutating func replay(_ event: PastEvent) throws(ProjectionError) {
        if !putOff(event) { try apply(event) }
    }

    /// Notes an intent and leaves it for later; false when the event has to be applied now.
    ///
    /// Of all bodies those of intents are the most and nearly the largest, and nearly every one of
    /// them ends a few events later: a replay decodes only those that are left at its end.
    private mutating func putOff(_ event: PastEvent) -> Bool {
        guard case EffectIntended.self = event else { return false }
        unreadIntents.insert(event.sequence)
        return true
    }

    /// Applies an intent that was put off.
    mutating func catchUp(on event: PastEvent) throws(ProjectionError) {
        guard unreadIntents.remove(event.sequence) != nil else { return }
        try apply(event)
    }

    /// The outcomes of an answer end its intent.
    mutating func end(_ intents: [Int]) {
        guard !doubts.isEmpty || !unreadIntents.isEmpty else { return }
        for intent in intents where unreadIntents.remove(intent) == nil { doubts[intent] = nil }
    }

    // MARK: Looking up

    /// The id of a product of ours or of a canonical one.
    package func productID(_ sku: String) -> String? {
        if let product = products[sku], !product.isGone { return product.id }
        return canonicals[sku]?.canonical.id
    }

    package func linked(_ relation: String, from source: String) -> Set<String> {
        Set((links[relation]?[source] ?? []).map(\.target))
    }

    package var canonicalList: [Canonical] {
        canonicals.values.map(\.canonical).sorted { $0.sku < $1.sku }
    }
}

package struct KnownCanonical: Sendable, Hashable {
    package let canonical: Canonical
    package let hash: Digest
    package let sequence: Int
}

/// The last decision on an item.
package struct KnownVerdict: Sendable {
    package let outcome: Outcome
    package let sequence: Int

    package enum Outcome: Sendable {
        case found(MatchFound)
        case missed(MatchMissed)
    }

    package var match: MatchFound? { if case .found(let match) = outcome { match } else { nil } }
    package var canonicalSKU: String? { match?.canonicalSKU }
}

package struct KnownLink: Sendable, Hashable {
    package let target: String
    /// We made it, or adopted it as ours.
    package let isOurs: Bool

    package init(target: String, isOurs: Bool) {
        self.target = target
        self.isOurs = isOurs
    }

    package static func == (a: KnownLink, b: KnownLink) -> Bool { a.target == b.target }
    package func hash(into hasher: inout Hasher) { hasher.combine(target) }
}

/// A request that left and of which no outcome is recorded.
package struct Doubt: Sendable, Hashable {
    package let effects: [Effect]
    package let attempt: Int
    package let run: RunID
    package let time: Instant
}

/// An upload that was taken for lost.
package struct LostUpload: Sendable, Hashable {
    /// When it was.
    package let since: Instant
    /// The sequence number of the event that says so.
    package let sequence: Int

    init(since: Instant, sequence: Int) {
        self.since = since
        self.sequence = sequence
    }
}

package struct KnownFailure: Sendable, Hashable {
    /// Begins the key of a picture of which Plytix holds one too many.
    package static let extraPrefix = "extra "

    package let phase: Phase
    package let subject: Subject
    package let status: Int?
    package let reason: String
    package let permanence: EffectFailed.Permanence
    /// Runs that tried in vain.
    package let attempts: Int
    /// Of what the effect was made of: when these change, it is tried again.
    package let facts: Digest
    package let sequence: Int
}
