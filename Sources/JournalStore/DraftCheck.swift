// What a draft must be before it may become an event for ever.

import Catalog

/// Holds one draft of an append against the rules of the format.
struct DraftCheck {
    /// The largest body: 64 MiB.
    static let bodyBytesMax = 64 << 20

    private let draft: RecordDraft
    private let subjects: [UInt8]
    private let index: Int

    /// `subjects` is the text of the draft's subjects, as it will be stored.
    init(_ draft: RecordDraft, index: Int, subjects: [UInt8]) {
        self.draft = draft
        self.subjects = subjects
        self.index = index
    }

    /// - Throws: `.forbidden` with the first rule that the draft breaks, `.secretRefused` when it
    ///   holds a secret.
    func check(secrets: SecretFilter) throws(JournalError) {
        try AppendRequest.check(name: draft.kind, as: "kind", of: title)
        try AppendRequest.check(name: draft.system.text, as: "system", of: title)
        guard (1...Int(Int32.max)).contains(draft.version) else {
            throw forbidden("has version \(draft.version)")
        }
        if let fault = Self.fault(ofBody: draft.body) { throw forbidden(fault) }
        guard draft.subjects.allSatisfy(Self.isReadBack) else {
            throw forbidden("has a subject that would be read back with another role")
        }
        // SQLite would end the text at a zero byte for some readers; so for bodies below.
        guard
            draft.subjects.allSatisfy({
                !$0.subject.text.isEmpty && !$0.subject.text.utf8.contains(0)
            })
        else { throw forbidden("has a subject that is empty or holds a zero byte") }
        guard !secrets.matches(draft.body), !secrets.matches(subjects) else {
            throw .secretRefused(what: title)
        }
    }

    /// True when the written form of a reference gives the same reference.
    private static func isReadBack(_ reference: SubjectReference) -> Bool {
        // Of ASCII only a text with a "=" and no role can be taken for another; a mark that joins
        // with the "=" before it can make another of the rest.
        var hasEquals = false
        var isASCII = true
        for byte in reference.subject.text.utf8 {
            hasEquals = hasEquals || byte == UInt8(ascii: "=")
            isASCII = isASCII && byte < 0x80
        }
        if isASCII, !hasEquals || reference.role != nil { return true }
        return SubjectReference(text: reference.description) == reference
    }

    private var title: String { "draft \(index) (\(draft.kind))" }

    /// The first rule that a body breaks; nil when it keeps them all.
    static func fault(ofBody body: [UInt8]) -> String? {
        guard body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") else {
            return "has a body that is no JSON object"
        }
        guard body.count <= bodyBytesMax else {
            return "has a body of more than \(bodyBytesMax) bytes"
        }
        guard isText(body) else { return "has a body that is not UTF-8 text" }
        return nil
    }

    /// True for UTF-8 without a zero byte.
    private static func isText(_ body: [UInt8]) -> Bool {
        body.withUnsafeBytes { bytes in
            // Nearly all bodies are ASCII, which shows eight bytes at a time: a byte above it has
            // its highest bit, and so has a zero byte once one is subtracted.
            var marks: UInt64 = 0
            var index = 0
            while index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                marks |= word | (word &- 0x0101_0101_0101_0101)
                index += 8
            }
            let isPlain =
                marks & 0x8080_8080_8080_8080 == 0
                && bytes[index...].allSatisfy { $0 > 0 && $0 < 0x80 }
            return isPlain || !body.contains(0) && String(validating: body, as: UTF8.self) != nil
        }
    }

    private func forbidden(_ rule: String) -> JournalError {
        .forbidden(what: "\(title) \(rule)")
    }
}
