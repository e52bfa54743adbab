// What a draft must be before it may become an event for ever.

import Catalog

/// Holds one draft of an append against the rules of the format.
struct DraftCheck {
    /// The largest body: 64 MiB.
    static let bodyBytesMax = 64 << 20

    private let draft: RecordDraft
    private let subjects: [UInt8]
    private let title: String

    /// `subjects` is the text of the draft's subjects, as it will be stored.
    init(_ draft: RecordDraft, index: Int, subjects: [UInt8]) {
        self.draft = draft
        self.subjects = subjects
        title = "draft \(index) (\(draft.kind))"
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
        guard draft.subjects.allSatisfy({ SubjectReference(text: $0.description) == $0 }) else {
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

    /// The first rule that a body breaks; nil when it keeps them all.
    static func fault(ofBody body: [UInt8]) -> String? {
        guard body.first == UInt8(ascii: "{"), body.last == UInt8(ascii: "}") else {
            return "has a body that is no JSON object"
        }
        guard body.count <= bodyBytesMax else {
            return "has a body of more than \(bodyBytesMax) bytes"
        }
        guard !body.contains(0), String(validating: body, as: UTF8.self) != nil else {
            return "has a body that is not UTF-8 text"
        }
        return nil
    }

    private func forbidden(_ rule: String) -> JournalError {
        .forbidden(what: "\(title) \(rule)")
    }
}
