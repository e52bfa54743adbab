// What an account holds of one product, as far as the journal knows.

import Catalog
import JSON
import Planning
import Projections

extension ProductPage {
    func plytix(_ product: KnownProduct) -> JSONValue {
        let fields = product.fields.names.map { name -> (String, JSONValue) in
            guard let field = product.fields[name] else { return (name, .null) }
            var entry: JSONValue = ["live": field.live ?? .null]
            if let written = field.written {
                entry["written"] = written ?? .null
                entry["event"] = JSONValue(field.writtenAt)
            }
            if field.hasDrifted { entry["drifted"] = true }
            return (name, entry)
        }
        return [
            "id": JSONValue(product.id), "adopted": JSONValue(product.isAdopted),
            "gone": JSONValue(product.isGone), "last_write": JSONValue(product.lastWrite),
            "family": JSONValue(family(of: product)), "fields": .object(JSONObject(fields)),
            "gallery": product.gallery.value.map { JSONValue($0.map(name)) } ?? .null,
            "thumbnail": JSONValue((product.thumbnail.value ?? nil).map(name)),
        ]
    }

    private func family(of product: KnownProduct) -> String? {
        guard let id = product.family.value, !id.isEmpty else { return nil }
        return account.families.first { $0.value.id == id }?.key ?? id
    }

    /// The file name of an asset.
    private func name(_ asset: String) -> String { account.files[asset] ?? "id:\(asset)" }

    /// Links both ways, by relation.
    var relations: JSONValue {
        let relations = account.links.keys.sorted().compactMap { label -> (String, JSONValue)? in
            let sources = account.links[label] ?? [:]
            let to = (sources[sku] ?? []).map(\.target).sorted()
            let from = sources.compactMap { source, links in
                links.contains { $0.target == sku } ? source : nil
            }.sorted()
            guard !to.isEmpty || !from.isEmpty else { return nil }
            return (label, ["to": JSONValue(to), "from": JSONValue(from)])
        }
        return .object(JSONObject(relations))
    }

    /// What failed and has to do with the product: its own effects, and its pictures.
    var failures: JSONValue {
        let pictures = item.flatMap { state.catalogue.items[$0]?.item.pictures } ?? []
        let shown = Picture.shown(of: pictures, atMost: settings.picturesMax)
        let subjects = Set(self.subjects + shown.map { Subject.picture($0.id) })
        return .array(
            account.failures.sorted { $0.key < $1.key }.filter {
                subjects.contains($0.value.subject)
            }
            .map { key, failure in
                [
                    "key": JSONValue(key), "phase": JSONValue(failure.phase.rawValue),
                    "subject": JSONValue(failure.subject.text),
                    "reason": JSONValue(failure.reason),
                    "attempts": JSONValue(failure.attempts),
                    "accepted": JSONValue(account.accepted[key] == failure.facts),
                    "event": JSONValue(failure.sequence),
                ]
            })
    }
}
