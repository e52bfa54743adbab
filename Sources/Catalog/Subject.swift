/// What an event is about, as text with its kind in front: `asin:US/B07X8Z63ZL`, `sku:MCA0032`.
package struct Subject: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    package init(text: String) { self.text = text }

    package static func asin(_ item: ItemKey) -> Subject { Subject(text: "asin:\(item)") }
    package static func sku(_ sku: String) -> Subject { Subject(text: "sku:\(sku)") }
    package static func picture(_ id: String) -> Subject { Subject(text: "picture:\(id)") }
    package static func relation(_ label: String) -> Subject { Subject(text: "relation:\(label)") }
    package static func attribute(_ label: String) -> Subject {
        Subject(text: "attribute:\(label)")
    }
    package static func family(_ name: String) -> Subject { Subject(text: "family:\(name)") }
    package static func run(_ run: RunID) -> Subject { Subject(text: "run:\(run.text)") }
    /// Bytes that the journal keeps by their hash.
    package static func blob(_ digest: Digest) -> Subject { Subject(text: "blob:\(digest.hex)") }
    package static func target(_ alias: String) -> Subject { Subject(text: "target:\(alias)") }

    package var description: String { text }
    /// The kind in front of the colon: `asin`.
    package var kind: Substring { text.prefix { $0 != ":" } }
    /// What stands behind the first colon: `US/B07X8Z63ZL`.
    package var name: Substring { text.drop { $0 != ":" }.dropFirst() }
    package static func < (a: Subject, b: Subject) -> Bool { a.text < b.text }
}

/// A subject with the part that it plays in an event; the plain one is what the event is about.
///
/// Written `sku:AMZN-US-B07X8Z63ZL`, or with its role in front `canonical=sku:MCA0032`.
package struct SubjectReference: Hashable, Sendable, CustomStringConvertible {
    package let role: Role?
    package let subject: Subject

    package enum Role: String, Sendable, CaseIterable {
        case source, target, canonical, picture, product
    }

    package init(_ subject: Subject, as role: Role? = nil) {
        self.role = role
        self.subject = subject
    }

    package var description: String {
        role.map { "\($0.rawValue)=\(subject.text)" } ?? subject.text
    }

    /// Reads the written form; a text before `=` that is no role belongs to the subject.
    package init(text: String) {
        if let equals = text.firstIndex(of: "="), let role = Role(rawValue: String(text[..<equals]))
        {
            self.init(Subject(text: String(text[text.index(after: equals)...])), as: role)
        } else {
            self.init(Subject(text: text))
        }
    }
}
