import Audit
import Catalog
import JournalStore
import Settings

/// A point in history as people name it: a sequence number, a run, a time.
enum JournalPoint {
    /// The number of the last event at a point.
    static func sequence(_ text: String, _ configuration: Configuration) throws -> Int {
        try sequence(text, in: try OpenedJournal.reader(configuration))
    }

    static func sequence(_ text: String, in reader: JournalReader) throws -> Int {
        if let number = Int(text) { return try sequence(number: number, in: reader) }
        if let time = Instant(text) { return try sequence(at: time, text, in: reader) }
        let last = try OpenedJournal.asking { () throws(JournalError) in
            try reader.lastSequence(of: RunID(text: text))
        }
        guard let last else {
            throw CommandFailure(
                "\"\(text.prefix(60))\" is no point of the journal",
                hint:
                    "Give an event's number, a run as `plysync runs` shows it, or a time such as 2026-03-01T08:30:00Z"
            )
        }
        return last
    }

    private static func sequence(number: Int, in reader: JournalReader) throws -> Int {
        let head = try OpenedJournal.asking { () throws(JournalError) in
            try reader.head().sequence
        }
        guard (1...max(head, 1)).contains(number) else {
            throw CommandFailure(
                "there is no event \(number)", hint: "The journal has the events 1 to \(head)")
        }
        return number
    }

    private static func sequence(
        at time: Instant, _ text: String, in reader: JournalReader
    ) throws -> Int {
        let last = try OpenedJournal.asking { () throws(JournalError) in
            try reader.lastSequence(notAfter: time)
        }
        guard last > 0 else {
            throw CommandFailure(
                "nothing was recorded by \(text)",
                hint: "The journal was made at \(reader.created.shortDescription)")
        }
        return last
    }
}

/// Times as flags take them: ISO 8601, or a date for the whole day.
enum TimeArgument {
    static func first(_ text: String, flag: String) throws -> Instant {
        guard let time = Instant(text) else {
            throw CommandFailure(
                "\(flag): \"\(text.prefix(40))\" is no time",
                hint: "Write a date such as 2026-03-01, or a time such as 2026-03-01T08:30:00Z")
        }
        return time
    }

    /// The last moment that a text names: of a date, the end of its day.
    static func last(_ text: String, flag: String) throws -> Instant {
        let time = try first(text, flag: flag)
        return text.utf8.count == 10
            ? Instant(microseconds: time.microseconds + 86_400_000_000 - 1) : time
    }
}
