// Sentences of what Amazon and Plytix told us.

import Catalog
import Events
import JSON

extension PageObserved: Told {
    var sentence: String {
        let pages = through.map { "pages \(page) to \($0)" } ?? "page \(page)"
        let count = items.reduce(0) { $0 + $1.count }
        let total = announced.map { " of \($0) announced" } ?? ""
        let same = items.reduce(0) { if case .same = $1 { $0 + $1.count } else { $0 } }
        let before = same == 0 ? "" : same == count ? ", as before" : ", \(same) as before"
        let gone = absent.isEmpty ? "" : ", not there: \(Telling.list(absent))"
        return "\(pages) of \(cell): \(Telling.count(count, "item"))\(total)\(before)\(gone)"
    }
}

extension SourceCompleted: Told {
    var sentence: String {
        let total = announced.map { " of \($0) announced" } ?? ""
        return "\(cell): \(seen)\(total) seen, \(whole ? "whole" : "not whole") (\(stop.rawValue))"
    }
}

extension ProductExported: Told {
    var sentence: String {
        var parts = [item.title.map { "\"\(Telling.short($0))\"" } ?? "no title"]
        if let model = item.modelNumber { parts.append("model \(model)") }
        let pictures = Picture.shown(of: item.pictures, atMost: .max).count
        parts.append(Telling.count(pictures, "picture"))
        if !item.parents.isEmpty {
            parts.append("child of \(Telling.list(item.parents.map(\.text)))")
        }
        if !item.children.isEmpty {
            parts.append("parent of \(Telling.list(item.children.map(\.text)))")
        }
        return "Amazon says: " + parts.joined(separator: ", ")
    }
}

extension ItemMissing: Told {
    var sentence: String { MissingItem.words(reason) + (detail.map { ": \($0)" } ?? "") }
}

extension ParentMissing: Told {
    var sentence: String {
        "\(MissingItem.words(reason)); \(Telling.list(children.map(\.text))) name it as parent"
            + (detail.map { ": \($0)" } ?? "")
    }
}

extension MissingItem {
    fileprivate static func words(_ reason: ItemMissing.Reason) -> String {
        switch reason {
        case .notFound: "Amazon has no such item"
        case .malformed: "Amazon's answer is no item"
        case .refused: "Amazon refused to answer"
        }
    }
}

extension CanonicalObserved: Told {
    var sentence: String {
        let facts = [
            ("gtin", canonical.gtin), ("ean", canonical.ean), ("upc", canonical.upc),
            ("model", canonical.modelNumber),
        ].compactMap { name, value in value.map { "\(name) \($0)" } }
        let label = canonical.label.map { " \"\(Telling.short($0))\"" } ?? ""
        return "is a product of the merchant\(label)"
            + (facts.isEmpty ? "" : ", \(facts.joined(separator: ", "))")
    }
}

extension CanonicalVanished: Told {
    var sentence: String { "is a product of the merchant no more" }
}

extension AssetVanished: Told {
    var sentence: String { "the asset \(id) (\(file)) is gone from Plytix" }
}

extension SchemaVanished: Told {
    var sentence: String { "the \(definition.rawValue) \(label) is gone from Plytix" }
}

extension LiveObserved: Told {
    var sentence: String {
        if gone { return "is gone from Plytix" }
        return looked.isEmpty
            ? "is there in Plytix" : "seen in Plytix: \(looked.joined(separator: ", "))"
    }
}

extension DriftFound: Told {
    var sentence: String {
        "\(Telling.field(field)) is \(Telling.value(live)) in Plytix, "
            + "and \(Telling.value(known)) was known"
    }
}

extension PictureKept: Told {
    var sentence: String {
        "kept, \(bytes) bytes of \(contentType): \(content.hex.prefix(12))… from \(url)"
    }
}
