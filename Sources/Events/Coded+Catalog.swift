import Catalog
import JSON

// The words of the catalogue that are text in JSON.

extension ASIN: TextCoded {
    static var form: String { "an ASIN" }
    init?(coded text: String) { self.init(text) }
    init?(codedBytes bytes: UnsafeRawBufferPointer) { self.init(utf8: bytes) }
    var coded: String { text }
}

extension ItemKey: TextCoded {
    static var form: String { "an ASIN in a marketplace" }
    init?(coded text: String) { self.init(text) }
    init?(codedBytes bytes: UnsafeRawBufferPointer) { self.init(utf8: bytes) }
    var coded: String { description }
}

extension Marketplace: TextCoded {
    static var form: String { "a marketplace" }
    init?(coded text: String) { self.init(text) }
    var coded: String { code }
}

extension Digest: TextCoded {
    static var form: String { "a SHA-256 digest" }
    init?(coded text: String) { self.init(hex: text) }
    init?(codedBytes bytes: UnsafeRawBufferPointer) { self.init(hex: bytes) }
    var coded: String { hex }
}

extension Instant: TextCoded {
    static var form: String { "a time" }
    init?(coded text: String) { self.init(text) }
    var coded: String { description }
}

extension RunID: TextCoded {
    static var form: String { "a run" }
    init?(coded text: String) { self.init(text: text) }
    var coded: String { text }
}

extension Subject: TextCoded {
    static var form: String { "a subject" }
    init?(coded text: String) { self.init(text: text) }
    var coded: String { text }
}

extension Phase: TextCoded {}

// Two of these stand in each change of a field, so that they are read without a string; a test
// holds the words against the raw values.

extension WriteRule: TextCoded {
    init?(codedBytes bytes: UnsafeRawBufferPointer) {
        switch JSONKey(bytes) {
        case "always": self = .always
        case "fill-empty": self = .fillEmpty
        case "never": self = .never
        default: return nil
        }
    }
}

extension ChangeReason: TextCoded {
    init?(codedBytes bytes: UnsafeRawBufferPointer) {
        switch JSONKey(bytes) {
        case "new": self = .new
        case "amazon": self = .amazon
        case "rule": self = .rule
        case "person": self = .person
        case "match": self = .match
        default: return nil
        }
    }
}

extension AttributeType: TextCoded {}

extension LimitObservation.Evidence: TextCoded {
    // Not CaseIterable, so it says for itself what it may be.
    static var form: String { "one of claims, header, refusal" }
    init?(coded text: String) { self.init(rawValue: text) }
    var coded: String { rawValue }
}
