// Compares the index of subjects with the events in one pass over each, without sorting either.

import Catalog

/// The sum of a hash of every entry: equal for equal sets of entries, in whatever order.
struct IndexFingerprint: Equatable {
    private var sum: UInt64 = 0
    private var count = 0

    /// Adds the entries that an event must have; false when its subjects cannot be read.
    mutating func add(_ subjects: UnsafeRawBufferPointer, sequence: Int) -> Bool {
        var entries: [UInt64] = []
        let isRead = ColumnText.eachSubject(subjects) { text in
            let (role, subject) = Self.split(text)
            entries.append(Self.entry(Self.hash(subject), sequence, Self.hash(role)))
        }
        // A subject that an event names twice has one entry.
        if entries.count > 1 { entries = Array(Set(entries)) }
        for entry in entries { add(entry) }
        return isRead
    }

    /// The entries that the index has.
    init(_ connection: Connection) throws(SQLiteFailure) {
        var names: [Int: UInt64] = [:]
        let subjects = try connection.statement("SELECT id, name FROM subjects")
        defer { subjects.reset() }
        while try subjects.step() { names[subjects.int(0)] = Self.hash(subjects.bytes(1)) }
        let rows = try connection.statement("SELECT subject, sequence, role FROM event_subjects")
        defer { rows.reset() }
        while try rows.step() {
            add(Self.entry(names[rows.int(0)] ?? 0, rows.int(1), Self.hash(rows.bytes(2))))
        }
    }

    init() {}

    private mutating func add(_ entry: UInt64) {
        sum &+= entry
        count += 1
    }

    /// The parts of a written reference, as `SubjectReference` reads it.
    private static func split(
        _ text: UnsafeRawBufferPointer
    ) -> (role: UnsafeRawBufferPointer, subject: UnsafeRawBufferPointer) {
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        // No role is longer than this.
        guard let equals = text.prefix(16).firstIndex(of: UInt8(ascii: "=")),
            SubjectReference.Role(rawValue: String(decoding: text[..<equals], as: UTF8.self)) != nil
        else { return (nothing, text) }
        return (
            UnsafeRawBufferPointer(rebasing: text[..<equals]),
            UnsafeRawBufferPointer(rebasing: text[(equals + 1)...])
        )
    }

    // MARK: Hashing: FNV-1a, and SplitMix64's last step to spread it

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    private static func entry(_ subject: UInt64, _ sequence: Int, _ role: UInt64) -> UInt64 {
        mixed(mixed(subject &+ UInt64(truncatingIfNeeded: sequence)) ^ role)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
