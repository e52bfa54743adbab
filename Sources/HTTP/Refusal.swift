/// An answer by which a server refuses, in the words that all our remote systems share.
package struct Refusal: Sendable, Equatable {
    package let operation: String
    package let facts: AnswerFacts
    /// The server's word for it, where it has one: `InvalidInput`.
    package let code: String?
    /// The server's sentence, as an excerpt that can be shown.
    package let message: String
    /// What the server says of single fields.
    package let complaints: [Complaint]
    package let recovery: Recovery

    /// What a server says of one field of a request.
    package struct Complaint: Sendable, Equatable {
        /// The server's name of the field; empty when it names none.
        package let field: String
        /// The server's words as an excerpt.
        package let message: String
        /// The refused value, where the server repeats it.
        package let value: String?

        package init(field: String, message: String, value: String? = nil) {
            self.field = field
            self.message = message
            self.value = value
        }
    }

    package init(
        operation: String, facts: AnswerFacts, code: String? = nil, message: String,
        complaints: [Complaint] = [], recovery: Recovery
    ) {
        self.operation = operation
        self.facts = facts
        self.code = code
        self.message = message
        self.complaints = complaints
        self.recovery = recovery
    }

    package var status: Int { facts.status }

    /// A server that failed may have failed after it did it.
    package var mayHaveBeenApplied: Bool { status >= 500 || status == 408 }
}

extension Refusal: CustomStringConvertible {
    /// `createProduct: 422 product data validation failed (status: Value is not valid)`.
    package var description: String {
        let said = code.map { "\($0): \(message)" } ?? message
        let fields = complaints.prefix(3).map { complaint in
            complaint.field.isEmpty
                ? complaint.message : "\(complaint.field): \(complaint.message)"
        }
        return "\(operation): \(status) \(said)"
            + (fields.isEmpty ? "" : " (\(fields.joined(separator: "; ")))")
    }
}
