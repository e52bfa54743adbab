// The words of an exported journal: CloudEvents 1.0 in JSON Lines.

import Catalog
import JSON

/// The names and types of the lines, shared by the writer and the reader.
///
/// Of a CloudEvents envelope `source` is the journal and `id` the event's number. What an event has
/// beyond that stands in extension attributes, in lower-case letters and digits as CloudEvents
/// demands.
enum ExportForm {
    static let specification = "1.0"
    /// The type of the first line, whose data say which journal it is and where it ends.
    static let journalType = "plysync.journal"
    /// The type of a blob, which stands before the event with which it came.
    static let blobType = "plysync.blob"
    /// The type of an event, before its kind.
    static let eventTypePrefix = "plysync.event."
    static let jsonType = "application/json"
    /// The media type of zlib streams (RFC 6713).
    static let zlibType = "application/zlib"
    /// The largest body that is written as JSON, in bytes.
    ///
    /// Larger ones are written in Base64: to see whether JSON can be given back unchanged, all of it
    /// must be read as a tree.
    static let readableBodyMax = 4 << 20
    /// The longest line, in bytes.
    ///
    /// The largest blob in Base64, and room for its attributes.
    static let lineBytesMax = 128 << 20

    /// What the first line says of the journal.
    static func journalData(
        id: [UInt8], created: Instant, head: JournalHead, blobs: Int
    ) -> JSONValue {
        [
            "format": JSONValue(ChainLink.format), "id": JSONValue(JournalIdentity.text(id)),
            "created": JSONValue(created.description),
            "head": ["sequence": JSONValue(head.sequence), "hash": JSONValue(head.hash.hex)],
            "blobs": JSONValue(blobs),
        ]
    }

    /// The journal as a URI, by the 16 bytes of its id.
    static func source(_ id: [UInt8]) -> String {
        var text = "urn:uuid:"
        for (index, byte) in id.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return text
    }

    /// The id that a URI of `source` stands for; nil for anything else.
    static func id(ofSource text: String) -> [UInt8]? {
        let digits = Array(text.utf8.dropFirst("urn:uuid:".utf8.count).filter { $0 != 0x2D })
        guard digits.count == 32 else { return nil }
        let bytes = stride(from: 0, to: 32, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
        }
        return bytes.count == 16 && source(bytes) == text ? bytes : nil
    }

    /// A text as the value of an attribute: characters that CloudEvents forbids there, and the
    /// percent sign, are written as `%` and two digits for each of their bytes.
    static func attribute(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isForbidden) else { return text }
        var attribute = ""
        for scalar in text.unicodeScalars {
            guard isForbidden(scalar) else {
                attribute.unicodeScalars.append(scalar)
                continue
            }
            for byte in String(scalar).utf8 {
                attribute += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
            }
        }
        return attribute
    }

    /// The text of an attribute; nil unless it is what `attribute` gives.
    static func text(ofAttribute attribute: String) -> String? {
        guard attribute.utf8.contains(UInt8(ascii: "%")) else { return attribute }
        var bytes: [UInt8] = []
        var rest = Array(attribute.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let text = String(validating: bytes, as: UTF8.self),
            self.attribute(text) == attribute
        else { return nil }
        return text
    }

    /// Control characters and noncharacters (CloudEvents 1.0.2, "Type System", String).
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value == 0x25 || value < 0x20 || (0x7F...0x9F).contains(value)
            || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
    }
}
