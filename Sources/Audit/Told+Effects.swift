// Sentences of what we did in Plytix.

import Catalog
import Events
import Projections

extension EffectIntended: Told {
    var sentence: String {
        "about to \(method) \(path) (attempt \(attempt)): "
            + Telling.list(effects.map(\.key), atMost: 4)
    }
}

extension EffectSettled: Told {
    var sentence: String {
        let end =
            switch result {
            case .applied: "was carried out"
            case .notApplied: "was not carried out"
            case .adopted: "was there already"
            case .setAside: "was set aside"
            }
        if let key = keys.first, key.hasPrefix(KnownFailure.extraPrefix) {
            return "no more than one picture has the name (by \(how.rawValue)): "
                + key.dropFirst(KnownFailure.extraPrefix.count)
        }
        return "what intent \(intent) wanted \(end) (by \(how.rawValue)): "
            + Telling.list(keys, atMost: 4)
    }
}

extension EffectFailed: Told {
    var sentence: String {
        let answer = status.map { "status \($0), " } ?? ""
        return "failed (\(key)): \(reason) (\(answer)attempt \(attempt))"
    }
}

extension SchemaDefined: Told {
    var sentence: String {
        let kind = type.map { "\(definition.rawValue) (\($0))" } ?? definition.rawValue
        return "\(kind) \"\(name)\" \(adopted ? "is there" : "was made")"
    }
}

extension ProductCreated: Told {
    var sentence: String { adopted ? "was there already, and is ours now" : "was created" }
}

extension AttributesSet: Told {
    /// `amazon_title "old" → "new" (amazon)`.
    var sentence: String {
        changes.map { change in
            "\(Telling.field(change.field)) \(Telling.value(change.old)) → "
                + "\(Telling.value(change.new)) (\(change.reason.rawValue))"
        }.joined(separator: "; ")
    }
}

extension FamilyAssigned: Told {
    var sentence: String { "\(adopted ? "was" : "was put") in the family \"\(family)\"" }
}

extension RelationLinked: Told {
    var sentence: String {
        "\(relation): \(source.sku) \(adopted ? "was linked" : "linked") to "
            + Telling.list(targets.map(\.sku))
    }
}

extension RelationUnlinked: Told {
    var sentence: String {
        "\(relation): \(source.sku) unlinked from \(Telling.list(targets.map(\.sku)))"
    }
}

extension AssetUploaded: Told {
    var sentence: String {
        adopted ? "was in Plytix already as \(file)" : "was uploaded as \(file) from \(url)"
    }
}

extension AssetLinked: Told {
    var sentence: String { "\(asset.file ?? asset.id) was added to \(label)" }
}

extension GallerySet: Told {
    var sentence: String {
        "\(label) shows \(Telling.count(files.count, "picture")): \(Telling.list(files))"
    }
}

extension ThumbnailSet: Told {
    var sentence: String { "its thumbnail is \(file)" }
}
