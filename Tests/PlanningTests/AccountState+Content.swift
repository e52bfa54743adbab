import Catalog
import JSON
import Planning
import Projections

extension AccountState {
    /// What the account holds, in names that hold in any account: no ids, no numbers of events.
    var content: [String] {
        var lines: [String] = []
        for (label, attribute) in attributes.sorted(by: { $0.key < $1.key }) {
            lines.append("attribute \(label) \(attribute.type ?? "") \(attribute.options.sorted())")
        }
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            lines.append("family \(name) \(family.members.sorted())")
        }
        lines += relations.keys.sorted().map { "relation \($0)" }
        lines += assets.keys.sorted().map { "asset \($0)" }
        for (sku, product) in products.sorted(by: { $0.key < $1.key }) {
            lines.append("product \(sku)\(product.isGone ? " gone" : "")")
            let family = families.first { product.family == .known($0.value.id) }?.key
            lines.append("\(sku) family \(family ?? "none")")
            product.fields.forEach { field, state in
                if let live = state.live { lines.append("\(sku) \(field) = \(live.text)") }
            }
            lines.append("\(sku) gallery \((product.gallery.value ?? []).map(fileName))")
            lines.append(
                "\(sku) thumbnail \((product.thumbnail.value ?? nil).map(fileName) ?? "none")")
        }
        for (relation, sources) in links.sorted(by: { $0.key < $1.key }) {
            for (source, targets) in sources.sorted(by: { $0.key < $1.key }) where !targets.isEmpty
            {
                lines.append("\(relation) \(source) -> \(targets.map(\.target).sorted())")
            }
        }
        return lines
    }
}
