package import Catalog
import HTTP

/// Reads the ASINs of a text file as people write them: one a line.
///
/// Blank lines, what stands behind a `#`, a byte order mark and a comma at an end are skipped; lower
/// case is understood.
package enum ASINFile {
    /// The ASINs in their order, each once.
    package static func read(_ bytes: [UInt8]) throws(ASINFileError) -> [ASIN] {
        let text = String(decoding: bytes, as: UTF8.self)
        var seen = Set<ASIN>()
        var asins: [ASIN] = []
        for (index, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).enumerated() {
            let content = trimmed(line.prefix { $0 != "#" })
            guard !content.isEmpty else { continue }
            guard let asin = ASIN(content.uppercased()) else {
                throw .badLine(
                    number: index + 1, text: ServerText.excerpt(String(content), charactersMax: 40))
            }
            if seen.insert(asin).inserted { asins.append(asin) }
        }
        guard !asins.isEmpty else { throw .empty }
        return asins
    }

    private static func trimmed(_ line: Substring) -> Substring {
        let isBeside = { (character: Character) in
            character.isWhitespace || character == "," || character == "\u{FEFF}"
        }
        var line = line.drop(while: isBeside)
        while let last = line.last, isBeside(last) { line.removeLast() }
        return line
    }
}

/// Why a file gives no ASINs; the file's name is known to the caller.
package enum ASINFileError: Error, Sendable, Equatable {
    /// A line, counted from 1, holds something else; as an excerpt.
    case badLine(number: Int, text: String)
    case empty
}
