import JSON
import SandboxWorld

extension ItemWriter {
    /// Every picture in every size (`amazon-catalog-items.md` 3.3).
    func writeImages(_ item: World.Item, to json: inout JSONWriter) {
        perMarketplace(.images, to: &json) { json in
            json.key("images")
            json.array { json in
                for picture in item.pictures { write(picture, slot: picture.slot, to: &json) }
                guard let first = item.pictures.first else { return }
                if context.has(.unknownVariant) { write(first, slot: "PT09", to: &json) }
                if context.has(.nullVariant) { write(first, slot: nil, to: &json) }
            }
        }
    }

    private func write(
        _ picture: World.PictureFile, slot: String?, to json: inout JSONWriter
    ) {
        json.object { json in
            json.member("variant", slot.map { .string($0) } ?? .null)
            json.member("link", "\(context.imagesURL)/images/I/\(picture.file)")
            json.member("height", picture.height)
            json.member("width", picture.width)
        }
    }
}
