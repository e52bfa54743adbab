package import Catalog
package import Projections
import Events
import Hashing
import JSON

/// Whether an effect is to be tried, as far as its past goes.
package enum Standing: Sendable, Hashable {
    case open
    /// It failed for its own fault or too often: it costs no request until its input changes.
    case setAside
    /// A person took its failure as it is.
    case accepted
}

extension AccountState {
    package func standing(of effect: Effect, attemptsMax: Int) -> Standing {
        guard let failure = failures[effect.key], failure.facts == effect.facts else {
            return .open
        }
        if accepted[effect.key] == failure.facts { return .accepted }
        switch failure.permanence {
        case .item: return .setAside
        case .transient where failure.attempts >= attemptsMax: return .setAside
        case .transient, .refused: return .open
        }
    }

    /// The facts under which a person can take a product's deletion as it is.
    package func deletionFacts(_ sku: String) -> Digest {
        ContentHash.of("deleted \(sku) \(products[sku]?.id ?? "")")
    }

    /// The facts under which a person can take a picture's deletion as it is.
    package func deletionFacts(picture file: String) -> Digest {
        ContentHash.of("deleted \(file) \(goneAssets[file] ?? "")")
    }

    /// The failure of an effect whose input is still the same.
    package func failure(of effect: Effect) -> KnownFailure? {
        guard let failure = failures[effect.key], failure.facts == effect.facts else { return nil }
        return failure
    }
}

extension Effect {
    /// A digest of what the effect is made of: when it changes, a failure before says nothing.
    ///
    /// Of a picture only its name counts, since its id stands for one content for ever.
    package var facts: Digest {
        var json = JSONWriter()
        json.array { json in
            json.string(key)
            switch self {
            case .defineAttribute(let definition):
                json.string(definition.type.rawValue)
                for option in definition.options { json.string(option) }
            case .extendOptions(_, let values), .defineFamily(_, let values),
                .extendFamily(_, let values), .link(_, _, let values), .unlink(_, _, let values),
                .setGallery(_, _, let values, _):
                for value in values { json.string(value) }
            case .createVariant(_, let parent): json.string(parent)
            case .setFields(_, let changes):
                // The day of the write is no input.
                for change in changes where change.new != FieldValue.today {
                    json.string(change.field)
                    json.value(change.new ?? .null)
                }
            case .assignFamily(_, let name), .setThumbnail(_, let name, _),
                .linkAsset(_, _, let name), .defineRelation(_, let name):
                json.string(name)
            case .uploadAsset, .createProduct: break
            }
        }
        return ContentHash.of(json.bytes)
    }
}
