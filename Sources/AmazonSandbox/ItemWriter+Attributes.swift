import JSON
import SandboxWorld

extension ItemWriter {
    /// One object for all marketplaces, each value with its own (`amazon-catalog-items.md` 2.5):
    /// what the item has fields for, unless it also has the attribute itself, then the others.
    func writeAttributes(_ item: World.Item, to json: inout JSONWriter) {
        let fields = [
            ("brand", item.brand), ("item_name", item.title), ("manufacturer", item.manufacturer),
            ("color", item.color), ("size", item.size),
        ]
        let codes = [("model_number", item.modelNumber), ("part_number", item.partNumber)]
        json.key(DataSet.attributes.rawValue)
        json.object { json in
            for (name, value) in fields where item.attributes[name] == nil {
                write(name, value, language: "en_US", to: &json)
            }
            for (name, value) in codes where item.attributes[name] == nil {
                write(name, value, language: nil, to: &json)
            }
            for member in item.attributes.members { json.member(member.key, member.value) }
        }
    }

    private func write(
        _ name: String, _ value: String?, language: String?, to json: inout JSONWriter
    ) {
        guard let value else { return }
        json.key(name)
        json.array { json in
            json.object { json in
                json.member("language_tag", optional: language)
                json.member("value", value)
                json.member("marketplace_id", marketplaceID)
            }
        }
    }
}
