/// The parts of a URL that a server looks at: host, path and query, percent-decoding done.
package struct RequestTarget: Sendable, Hashable {
    /// `http` or `https`; empty for a URL without one.
    package let scheme: String
    /// Host and port as written: `127.0.0.1:8080`.
    package let authority: String
    /// The path as written, without the query: `/api/v1/products/5c4e`.
    package let path: String
    /// The decoded parts of the path; a trailing slash gives an empty last one.
    package let components: [String]
    /// Name and value of each query item, in order, `+` read as a blank.
    package let query: [QueryItem]

    package struct QueryItem: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    package init(_ url: String) {
        var rest = Substring(url)
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        if let mark = rest.firstRange(of: "://") {
            scheme = rest[..<mark.lowerBound].lowercased()
            rest = rest[mark.upperBound...]
            let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        } else {
            scheme = ""
            authority = ""
        }
        let question = rest.firstIndex(of: "?") ?? rest.endIndex
        path = String(rest[..<question])
        components = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map { PercentEncoding.decode(String($0), plusIsBlank: false) }
        query = rest[question...].dropFirst().split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return QueryItem(
                name: PercentEncoding.decode(String(parts[0]), plusIsBlank: true),
                value: parts.count > 1
                    ? PercentEncoding.decode(String(parts[1]), plusIsBlank: true) : "")
        }
    }

    /// The values of all query items of a name.
    package func values(_ name: String) -> [String] {
        query.filter { $0.name == name }.map(\.value)
    }
}

/// Percent-encoding of URL parts (RFC 3986): everything but the unreserved characters is encoded.
package enum PercentEncoding {
    package static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
            default: result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Decodes; a percent sign that no two hexadecimal digits follow stays as it is.
    package static func decode(_ text: String, plusIsBlank: Bool) -> String {
        let utf8 = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < utf8.count {
            if utf8[index] == 0x25, index + 2 < utf8.count,
                let byte = UInt8(
                    String(decoding: utf8[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(plusIsBlank && utf8[index] == 0x2B ? 0x20 : utf8[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `name=value&name=value`, for a query or a form.
    package static func form(_ items: [(String, String)]) -> String {
        items.map { "\(encode($0))=\(encode($1))" }.joined(separator: "&")
    }
}
