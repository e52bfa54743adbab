import Audit
import Catalog

/// An event as one line for people.
enum EventText {
    /// Number, time, kind, subjects with what happened, and in brackets what it follows from.
    static func line(_ record: Record) -> String {
        let number = String(record.sequence)
        let subjects = record.subjects.map(\.description).joined(separator: " ")
        let cause = record.cause.map(String.init).joined(separator: " ")
        let parts = [
            String(repeating: " ", count: max(0, 7 - number.count)) + number,
            record.time.shortDescription,
            record.kind.padding(17),
            (subjects.isEmpty ? "" : "\(subjects): ") + record.sentence,
            cause.isEmpty ? "" : "[\(cause)]",
        ]
        return printable(parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
}

extension String {
    fileprivate func padding(_ width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
