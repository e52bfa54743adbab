/// The kinds of events that this program knows.
package enum EventKinds {
    /// The one list of kinds; a test holds it against `journal/events/`.
    package static let all: [any Event.Type] = [
        // Of a run.
        RunStarted.self,
        ScopeFixed.self,
        RunFinished.self,
        // Observations.
        PageObserved.self,
        SourceCompleted.self,
        ProductExported.self,
        ItemMissing.self,
        ParentMissing.self,
        CanonicalObserved.self,
        CanonicalVanished.self,
        AssetVanished.self,
        LiveObserved.self,
        DriftFound.self,
        TargetBound.self,
        TargetLearned.self,
        LimitObserved.self,
        PictureKept.self,
        // Decisions.
        MatchFound.self,
        MatchMissed.self,
        ItemAccepted.self,
        RetryAsked.self,
        BodyRedacted.self,
        // Effects.
        EffectIntended.self,
        EffectSettled.self,
        EffectFailed.self,
        SchemaDefined.self,
        SchemaVanished.self,
        ProductCreated.self,
        AttributesSet.self,
        FamilyAssigned.self,
        RelationLinked.self,
        RelationUnlinked.self,
        AssetUploaded.self,
        AssetLinked.self,
        GallerySet.self,
        ThumbnailSet.self,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })

    /// The kind of a stored name; nil when a newer program has written it.
    package static func type(named name: String) -> (any Event.Type)? { byName[name] }
}
