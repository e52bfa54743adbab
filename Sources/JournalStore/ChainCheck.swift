// Walks along the chain and stops at the first event that is wrong.

import Catalog
import Hashing

/// The state of a walk: what the next event must follow from.
struct ChainCheck {
    /// The finding at which a walk ends.
    struct Stop: Error {
        let finding: Finding
        /// Why the event could not be read, where that need not be the event's fault.
        var failure: JournalError?
        /// What the event's header and body give, where its own hash differs.
        var hash: Digest?
    }

    let reader: ReaderConnection
    private var link = ChainLink()
    /// The last event that was found right.
    private(set) var sequence: Int
    /// Its hash.
    private(set) var previous: [UInt8]
    private(set) var redacted = 0
    private var time = Instant(microseconds: .min)
    /// Bodiless events that no later event has named yet.
    private var unnamed: Set<Int> = []
    /// The name that is used first next; nil where the walk does not begin at the beginning.
    private var nextName: Int?
    private var blobs: BlobCursor
    /// What the index of subjects must be, where it is asked for, and how far it goes.
    private(set) var index: IndexFingerprint?
    private(set) var indexedThrough = 0

    /// A walk from the first event.
    init(_ reader: ReaderConnection, withIndex: Bool) throws(SQLiteFailure) {
        self.reader = reader
        sequence = 0
        previous = try JournalIdentity(reader.connection).genesis.bytes
        nextName = 1
        blobs = try BlobCursor(reader.connection, after: 0)
        index = withIndex ? IndexFingerprint() : nil
        if withIndex {
            indexedThrough = try reader.connection.int("SELECT through FROM subject_index")
        }
    }

    /// A walk from the event behind `head`, which is taken to be right.
    init(_ reader: ReaderConnection, behind head: JournalHead) throws(SQLiteFailure) {
        self.reader = reader
        sequence = head.sequence
        previous = head.hash.bytes
        blobs = try BlobCursor(reader.connection, after: head.sequence)
    }

    // MARK: Walking

    /// Walks to the end of the journal.
    ///
    /// - Returns: the first thing that is wrong; nil when nothing is.
    mutating func walk() -> Finding? {
        guard let stop = advance(through: .max) else { return nil }
        guard let hash = stop.hash, doesNextFollow(hash) else { return stop.finding }
        return .event(sequence + 1, .hash)
    }

    /// Goes on as far as events are right, to `through` at most; nil when it gets there.
    mutating func advance(through: Int) -> Stop? {
        let first = sequence
        do throws(ScanStop<Stop>) {
            try reader.scan(after: first, through: through) { event throws(Stop) in
                try check(event)
            }
            return nil
        } catch {
            switch error {
            case .body(let stop): return stop
            case .journal(.corrupt(_, let what)):
                return Stop(finding: .event(sequence + 1, .unreadable(what)))
            case .journal(let error):
                return Stop(
                    finding: .event(sequence + 1, .unreadable("\(error)")), failure: error)
            }
        }
    }

    /// What can be said only when the walk has reached the end: names, blobs, redactions, and events
    /// that it did not meet.
    func leftovers() throws(SQLiteFailure) -> [Finding] {
        var findings = unnamed.sorted().map { Finding.redactedByNobody($0) }
        findings += try reader.connection.rows("SELECT sequence FROM events WHERE sequence < 1") {
            .event($0.int(0), .rule("its number is below 1"))
        }
        let names = try reader.connection.int("SELECT count(*) FROM names")
        if let nextName, names != nextName - 1 { findings.append(.name(nextName)) }
        if let name = reader.names.repeated { findings.append(.name(name)) }
        if let blob = blobs.next {
            findings.append(.blob(blob.number, "the event with which it came is missing"))
        }
        return findings
    }

    // MARK: One event

    private mutating func check(_ event: borrowing ScannedRecord) throws(Stop) {
        let number = sequence + 1
        guard event.sequence == number else {
            throw Stop(finding: .event(number, .missing))
        }
        guard event.hashBytes.count == 32, event.bodyHashBytes.count == 32 else {
            throw Stop(finding: .event(number, .unreadable("a hash has not 32 bytes")))
        }
        // The hash takes only four bytes of it.
        guard UInt32(exactly: event.version) != nil else {
            throw Stop(finding: .event(number, .header))
        }
        let came = try blobs(with: number)
        let bodyHash = event.body.map { ContentHash.of($0) }
        let isBodyRight = bodyHash.map { $0 == Digest(bytes: event.bodyHashBytes) } ?? true
        let hash = hash(of: event, blobs: came, bodyHash: event.bodyHashBytes)
        let isHashRight = hash == Digest(bytes: event.hashBytes)
        guard isBodyRight, isHashRight else {
            let fault = fault(
                of: event, isHashRight: isHashRight, bodyHash: bodyHash, blobs: came)
            throw Stop(
                finding: .event(number, fault), hash: fault == .header ? hash : nil)
        }
        try checkRules(event)
        sequence = number
        time = event.time
        previous.withUnsafeMutableBytes { $0.copyMemory(from: event.hashBytes) }
    }

    /// What plysync keeps to when it writes, and a hash cannot show.
    private mutating func checkRules(_ event: borrowing ScannedRecord) throws(Stop) {
        let number = event.sequence
        guard event.time >= time else {
            throw Stop(
                finding: .event(number, .rule("its time is before the one of its predecessor")))
        }
        if var next = nextName {
            for name in [event.runNumber, event.systemNumber, event.kindNumber] where name >= next {
                guard name == next else { throw Stop(finding: .name(next)) }
                next += 1
            }
            nextName = next
        }
        guard let cause = ColumnText.cause(event.causeText),
            cause.allSatisfy({ $0 >= 1 && $0 < number })
        else { throw Stop(finding: .event(number, .rule("a cause of it is not earlier"))) }
        if event.body == nil {
            redacted += 1
            unnamed.insert(number)
        }
        if !unnamed.isEmpty, event.kind == "BodyRedacted" { unnamed.subtract(cause) }
        if number <= indexedThrough,
            index?.add(event.subjectsText, sequence: number) == false
        {
            throw Stop(finding: .event(number, .rule("its subjects are not an array of texts")))
        }
    }

    private mutating func blobs(with number: Int) throws(Stop) -> [Digest] {
        guard let next = blobs.next, next.sequence <= number else { return [] }
        do throws(SQLiteFailure) {
            return try blobs.take(with: number)
        } catch {
            throw Stop(finding: .blob(next.number, error.message))
        }
    }

    mutating func hash(
        of event: borrowing ScannedRecord, blobs: [Digest], bodyHash: UnsafeRawBufferPointer
    ) -> Digest {
        let names = reader.names
        let header = ChainLink.Header(
            sequence: event.sequence, time: event.time, version: event.version,
            run: names.fields[event.runNumber - 1], system: names.fields[event.systemNumber - 1],
            kind: names.fields[event.kindNumber - 1], subjects: event.subjectsText,
            cause: event.causeText, blobs: blobs)
        return previous.withUnsafeBytes {
            link.hash(previous: $0, header: header, bodyHash: bodyHash)
        }
    }
}
