import Catalog
import JSON

/// An array of `{"slot": …, "url": …, "width": …, "height": …}`.
extension PictureList: Coded {
    static func decode(
        from json: inout JSONReader, key: JSONKey
    ) throws(JSONError) -> PictureList {
        var list = PictureList()
        try json.array { json throws(JSONError) in try list.append(from: &json) }
        return list
    }

    func write(to json: inout JSONWriter) {
        json.array { json in
            for picture in pictures {
                json.object { json in
                    json.member("slot", picture.slot)
                    json.member("url", picture.url)
                    json.member("width", picture.width)
                    json.member("height", picture.height)
                }
            }
        }
    }

    /// Reads one picture from the text into the list, without a string between.
    private mutating func append(from json: inout JSONReader) throws(JSONError) {
        var slot: Text?
        var url: Text?
        var width: Int?
        var height: Int?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "slot": slot = try Text(from: &json)
            case "url": url = try Text(from: &json)
            case "width": width = try json.int()
            case "height": height = try json.int()
            default: try json.skip()
            }
        }
        let (slotText, urlText) = (try required(slot, "slot"), try required(url, "url"))
        let size = (try required(width, "width"), try required(height, "height"))
        slotText.withBytes { slot in
            urlText.withBytes { url in
                append(slot: slot, url: url, width: size.0, height: size.1)
            }
        }
    }
}

/// A string where it lies, or on its own where it could not stay there.
private enum Text {
    case plain(UnsafeRawBufferPointer)
    case own(String)

    init(from json: inout JSONReader) throws(JSONError) {
        guard let text = try json.plainText() else {
            self = .own(try json.string())
            return
        }
        // What is not ASCII may not be UTF-8, which a string sees to.
        let isASCII = text.allSatisfy { $0 < 0x80 }
        self = isASCII ? .plain(text) : .own(String(decoding: text, as: UTF8.self))
    }

    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        switch self {
        case .plain(let bytes): body(bytes)
        case .own(var text): text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
        }
    }
}
