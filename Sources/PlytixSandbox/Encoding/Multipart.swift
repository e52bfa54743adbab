/// A file in a `multipart/form-data` body (RFC 7578).
struct Multipart {
    let filename: String?
    let contentType: String?
    let bytes: [UInt8]

    /// Reads the part of a name; nil when the body is no such form or has no such part.
    init?(part name: String, of body: [UInt8], contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty
        else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        var rest = body[...]
        guard let first = Self.range(of: delimiter, in: rest) else { return nil }
        rest = rest[first.upperBound...]
        while let end = Self.range(of: Array("\r\n".utf8) + delimiter, in: rest) {
            let part = rest[rest.startIndex..<end.lowerBound]
            if let found = Self(part, named: name) {
                self = found
                return
            }
            rest = rest[end.upperBound...]
        }
        return nil
    }

    private init?(_ part: ArraySlice<UInt8>, named name: String) {
        guard let split = Self.range(of: Array("\r\n\r\n".utf8), in: part) else { return nil }
        var disposition = ""
        var type: String?
        let head = String(decoding: part[part.startIndex..<split.lowerBound], as: UTF8.self)
        for line in head.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            let value = String(halves[1].drop { $0 == " " })
            switch halves[0].lowercased() {
            case "content-disposition": disposition = value
            case "content-type": type = value
            default: break
            }
        }
        guard Self.parameter("name", of: disposition) == name else { return nil }
        filename = Self.parameter("filename", of: disposition)
        contentType = type
        bytes = Array(part[split.upperBound...])
    }

    /// A parameter of a header's value, with or without quotes.
    private static func parameter(_ name: String, of value: String) -> String? {
        for item in value.split(separator: ";").dropFirst() {
            let halves = item.split(separator: "=", maxSplits: 1)
            guard halves.count == 2,
                halves[0].drop(while: { $0 == " " }).lowercased() == name
            else { continue }
            return String(halves[1].drop { $0 == "\"" }.prefix { $0 != "\"" })
        }
        return nil
    }

    private static func range(
        of pattern: [UInt8], in bytes: ArraySlice<UInt8>
    ) -> Range<Int>? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        var index = bytes.startIndex
        let last = bytes.endIndex - pattern.count
        while index <= last {
            if bytes[index] == first, bytes[index..<index + pattern.count].elementsEqual(pattern) {
                return index..<index + pattern.count
            }
            index += 1
        }
        return nil
    }
}
