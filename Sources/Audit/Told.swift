// What an event says, for people: one sentence a kind.

package import Catalog
import Events
import JSON

/// An event that can be told in a sentence.
///
/// The subject is not repeated: it stands beside it.
protocol Told {
    var sentence: String { get }
}

extension Record {
    /// What happened, in a sentence; of a kind that this program does not know, its body.
    package var sentence: String {
        guard let body else { return "its content was redacted" }
        guard let type = EventKinds.type(named: kind) else { return plain(body) }
        do throws(JSONError) {
            let event: any Event = try EventDecoding.decode(type, version: version, body: body)
            return (event as? any Told)?.sentence ?? plain(body)
        } catch {
            return "cannot be read (\(error)): \(plain(body))"
        }
    }

    private func plain(_ body: [UInt8]) -> String {
        Telling.short(String(decoding: body, as: UTF8.self), atMost: 200)
    }
}

/// Pieces of sentences.
enum Telling {
    /// A value as it is shown: texts in quotation marks, long ones cut.
    static func value(_ value: JSONValue?) -> String {
        guard let value, !value.isNull else { return "nothing" }
        if let text = value.string { return "\"\(short(text))\"" }
        return short(value.text)
    }

    /// A field by its attribute's label.
    static func field(_ name: String) -> String {
        name.hasPrefix("attributes.") ? String(name.dropFirst("attributes.".count)) : name
    }

    static func short(_ text: String, atMost count: Int = 80) -> String {
        text.count <= count ? text : text.prefix(count - 1) + "…"
    }

    /// `1 picture`, `3 pictures`.
    static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// The first few of a list, and how many more there are.
    static func list(_ texts: [String], atMost count: Int = 6) -> String {
        let shown = texts.prefix(count).joined(separator: ", ")
        return texts.count > count ? "\(shown) and \(texts.count - count) more" : shown
    }
}
