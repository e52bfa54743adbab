// What every journal does, in a file and in memory.

import Catalog
import Hashing
import JournalStore
import Testing

@Suite struct `A journal` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    @Test(arguments: Backing.allCases)
    func `gives back what was appended`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        let drafts = [
            draft("ProductExported", ["asin:US/B07X8Z63ZL"], system: amazon, body: #"{"a":1}"#),
            draft(
                "MatchFound", ["asin:US/B07X8Z63ZL", "canonical=sku:MCA0032"], system: .plysync,
                cause: [.earlier(0)]),
        ]
        let appended = try await journal.append(drafts, run: run)
        let start = try #require(Instant("2026-03-01T08:30:00Z"))
        #expect(appended == Appended(sequences: 1...2, time: start))

        let records = try journal.reader().records(after: 0)
        #expect(records.map(\.sequence) == [1, 2])
        for (record, draft) in zip(records, drafts) {
            #expect(record.time == start)
            #expect(record.run == run)
            #expect(record.system == draft.system)
            #expect(record.kind == draft.kind)
            #expect(record.version == draft.version)
            #expect(record.subjects == draft.subjects)
            #expect(record.body == draft.body)
            #expect(record.bodyHash == ContentHash.of(draft.body))
        }
        #expect(records.map(\.cause) == [[], [1]])
        #expect(try journal.head() == JournalHead(sequence: 2, hash: records[1].hash))
        #expect(try journal.reader().head() == (try journal.head()))
        #expect(try journal.reader().record(2) == records[1])
        #expect(try journal.reader().record(3) == nil)
        #expect(try journal.reader().records(after: 0, through: 1) == [records[0]])
        #expect(try journal.reader().records(after: 0, limit: 1) == [records[0]])
    }

    @Test(arguments: Backing.allCases)
    func `scans the events in order, and only the kinds that are asked for`(
        _ backing: Backing
    ) async throws {
        let journal = try backing.journal(place)
        try await fill(journal, clock: place.clock)
        let reader = journal.reader()
        var copies: [Record] = []
        try reader.scan { (event: borrowing ScannedRecord) in copies.append(try event.record()) }
        #expect(copies == (try reader.records(after: 0)))
        #expect(copies.count == 12)

        var seen: [Int] = []
        try reader.scan(after: 2, through: 10, kinds: ["ProductCreated", "MatchFound"]) { event in
            seen.append(event.sequence)
        }
        #expect(seen == [3, 4, 5])
        try reader.scan(kinds: ["Unknown"]) { event in seen.append(event.sequence) }
        #expect(seen == [3, 4, 5])
    }

    @Test(arguments: Backing.allCases)
    func `ends a scan with the error of its body`(_ backing: Backing) async throws {
        struct Enough: Error, Equatable { let at: Int }
        let journal = try backing.journal(place)
        try await fill(journal, clock: place.clock)
        #expect(throws: Enough(at: 7)) {
            try journal.reader().scan { (event: borrowing ScannedRecord) throws(Enough) in
                if event.sequence == 7 { throw Enough(at: 7) }
            }
        }
        #expect(try journal.reader().records(after: 11).count == 1)
    }

    @Test(arguments: Backing.allCases)
    func `answers questions from within a scan`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        try await fill(journal, clock: place.clock)
        let reader = journal.reader()
        var causes: [String] = []
        try reader.scan(kinds: ["ProductCreated"]) { (event: borrowing ScannedRecord) in
            for cause in try event.cause() {
                causes.append(try #require(try reader.record(cause)).kind)
            }
        }
        #expect(causes == ["MatchFound", "ProductExported"])
    }

    @Test(arguments: Backing.allCases)
    func `finds an event from each of its subjects, by its run and by its kind`(
        _ backing: Backing
    ) async throws {
        let journal = try backing.journal(place)
        try await fill(journal, clock: place.clock)
        let reader = journal.reader()
        func found(_ subject: String) throws -> [Int] {
            let sequences = try reader.sequences(of: Subject(text: subject))
            #expect(try reader.records(of: Subject(text: subject)).map(\.sequence) == sequences)
            return sequences
        }
        #expect(try found("asin:US/B07X8Z63ZL") == [2, 3])
        #expect(try found("sku:MCA0032-105W-BOMB") == [3])
        #expect(try found(#"sku:a "quoted\ one"#) == [5])
        #expect(try found("sku:tab\there") == [5])
        #expect(try found("sku:x=y") == [5])
        #expect(try found("sku:0") == [6, 9, 12])
        #expect(try found("sku:nobody") == [])
        #expect(try reader.records(of: RunID(text: "run-b")).map(\.sequence) == [3, 4, 5])
        #expect(try reader.records(of: RunID(text: "run-x")).isEmpty)
        #expect(try reader.records(ofKind: "ProductCreated").map(\.sequence) == [4, 5])
    }

    @Test(arguments: Backing.allCases)
    func `finds subjects in the index and behind it alike`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        // More than the index waits for, so that a part is in it and a part is not.
        for part in 0..<6 {
            _ = try await journal.append(
                (0..<1000).map { draft("AttributesSet", ["sku:\(part * 1000 + $0)", "sku:all"]) },
                run: run)
        }
        let reader = journal.reader()
        #expect(try reader.sequences(of: .sku("all")) == Array(1...6000))
        #expect(try reader.sequences(of: .sku("0")) == [1])
        #expect(try reader.sequences(of: .sku("5999")) == [6000])
        #expect(try reader.verify().description == "valid, 6000 events, 0 redacted, 0 blobs")
        try journal.rebuildSubjectIndex()
        #expect(try reader.sequences(of: .sku("all")) == Array(1...6000))
        #expect(try reader.verify().isValid)
        _ = try await journal.append([draft("AttributesSet", ["sku:0"])], run: run)
        #expect(try reader.sequences(of: .sku("0")) == [1, 6001])
    }

    @Test func `makes the same index of subjects again when it was damaged`() async throws {
        do {
            let journal = try place.open()
            try await fill(journal, clock: place.clock)
            journal.close()
        }
        func entries() throws -> [String] {
            try RawSQLite(place.path).text(
                """
                SELECT name || ' ' || sequence || ' ' || role
                FROM event_subjects JOIN subjects ON subjects.id = subject ORDER BY 1
                """)
        }
        let before = try entries()
        #expect(before.count == 15)
        for damage in [
            "DELETE FROM event_subjects", "DELETE FROM subjects", "UPDATE subjects SET id = id + 7",
            "UPDATE event_subjects SET sequence = sequence + 100",
            "DELETE FROM event_subjects; DELETE FROM subjects",
        ] {
            do {
                let tool = try RawSQLite(place.path)
                try tool.pastTriggers { try tool.execute(damage) }
            }
            #expect(try Journal.verify(at: place.path).findings == [.subjectIndex], "\(damage)")
            let journal = try place.open(create: false)
            try journal.rebuildSubjectIndex()
            #expect(try journal.reader().verify().isValid)
            #expect(try journal.reader().sequences(of: .sku("0")) == [6, 9, 12])
            journal.close()
            #expect(try entries() == before, "\(damage)")
        }
    }

    @Test(arguments: Backing.allCases)
    func `keeps blobs once and checks them when they are read`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        let text = Array(String(repeating: "an answer of Amazon ", count: 400).utf8)
        let blob = Blob(text)
        _ = try await journal.append([draft()], run: run, blobs: [blob, Blob([]), blob])
        _ = try await journal.append([draft()], run: run, blobs: [blob])
        let reader = journal.reader()
        #expect(try reader.blob(blob.digest) == text)
        #expect(try reader.blob(Blob([]).digest) == [])
        #expect(try reader.blob(ContentHash.of("none")) == nil)
        #expect(try reader.hasBlob(blob.digest))
        let stats = try reader.stats()
        #expect(stats.blobs == 2)
        #expect(stats.blobBytes == text.count)
        #expect(stats.blobBytesStored < 200)
        #expect(try reader.verify().blobs == 2)
    }

    @Test(arguments: Backing.allCases)
    func `refuses an append when a subject has moved`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        let subject = Subject.sku("MCA0032")
        _ = try await journal.append([draft()], run: run, expecting: [subject: 0])
        await #expect(throws: JournalError.conflict(subject: subject, expected: 0, found: 1)) {
            try await journal.append([draft()], run: run, expecting: [subject: 0])
        }
        let other = Subject.sku("A")
        await #expect(throws: JournalError.conflict(subject: other, expected: 5, found: 0)) {
            try await journal.append([draft()], run: run, expecting: [subject: 9, other: 5])
        }
        #expect(try journal.head().sequence == 1)
        let next = try await journal.append([draft()], run: run, expecting: [subject: 1, other: 0])
        #expect(next.sequences == 2...2)
    }

    @Test(arguments: Backing.allCases)
    func `refuses causes that are not earlier`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        let causes: [RecordDraft.Cause] = [.sequence(1), .sequence(0), .earlier(0), .earlier(-1)]
        for cause in causes {
            await #expect(throws: JournalError.self) {
                try await journal.append([draft(cause: [cause])], run: run)
            }
        }
        #expect(try journal.head().sequence == 0)
    }

    @Test(arguments: [
        draft(body: ""), draft(body: "[]"), draft(body: "{\0}"), draft("", body: "{}"),
        draft("Kind\n", body: "{}"), draft("K", [""]), draft("K", ["sku:\0"]),
        RecordDraft(system: plytix, kind: "K", version: 0, subjects: [], body: Array("{}".utf8)),
        RecordDraft(
            system: plytix, kind: "K", version: 1, subjects: [], body: [0x7B, 0xC3, 0x28, 0x7D]),
        RecordDraft(
            system: plytix, kind: "K", version: 1,
            subjects: [SubjectReference(Subject(text: "source=sku:A"))], body: Array("{}".utf8)),
    ])
    func `refuses a draft that could not be read back`(_ bad: RecordDraft) async throws {
        let journal = try Journal.inMemory(options: place.options)
        await #expect {
            try await journal.append([draft(), bad], run: run)
        } throws: { error in
            if case JournalError.forbidden = error { true } else { false }
        }
        #expect(try journal.head().sequence == 0)
    }

    @Test(arguments: Backing.allCases)
    func `refuses secrets wherever they stand, and does not name them`(
        _ backing: Backing
    ) async throws {
        let journal = try backing.journal(place)
        journal.refuse(["Atzr|IwEBIExample", "short", #"pass"word\1"#])
        let holders: [(RecordDraft, [Blob])] = [
            (draft(body: #"{"header":"Bearer Atzr|IwEBIExample"}"#), []),
            (draft(body: #"{"p":"pass\"word\\1"}"#), []),
            (draft("K", ["sku:Atzr|IwEBIExample"]), []),
            (draft(), [Blob(Array("…Atzr|IwEBIExample".utf8))]),
        ]
        for (draft, blobs) in holders {
            await #expect {
                try await journal.append([draft], run: run, blobs: blobs)
            } throws: { error in
                guard case JournalError.secretRefused = error else { return false }
                return !"\(error)".contains("Atzr") && !"\(error)".contains("word")
            }
        }
        _ = try await journal.append([draft(body: #"{"a":"short Atzr|IwEBIExampl"}"#)], run: run)
        journal.refuse(["live-token-2"])
        await #expect(throws: JournalError.self) {
            try await journal.append([draft(body: #"{"a":"live-token-2"}"#)], run: run)
        }
        #expect(try journal.head().sequence == 1)
    }

    @Test(arguments: Backing.allCases)
    func `does not run backwards with the clock`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        let first = try await journal.append([draft()], run: run)
        place.clock.advance(.seconds(-3600))
        let second = try await journal.append([draft()], run: run)
        #expect(second.time == first.time)
        #expect(second.clockBehind == .seconds(3600))
        place.clock.advance(.seconds(3601))
        let third = try await journal.append([draft()], run: run)
        #expect(third.time == first.time + .seconds(1))
        #expect(third.clockBehind == .zero)
        #expect(try journal.reader().verify().isValid)
    }

    @Test(arguments: Backing.allCases)
    func `gives many callers their own numbers without a gap`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        let reads = place.clock.reads
        let answers = try await withThrowingTaskGroup(of: (Int, Appended).self) { group in
            for caller in 0..<200 {
                group.addTask {
                    let drafts = (0...caller % 3).map { part in
                        draft(
                            "K\(caller % 7)", ["sku:\(caller)"],
                            body: #"{"c":\#(caller),"p":\#(part)}"#)
                    }
                    return (caller, try await journal.append(drafts, run: run))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let total = answers.values.map(\.sequences.count).reduce(0, +)
        #expect(answers.values.flatMap(\.sequences).sorted() == Array(1...total))
        let reader = journal.reader()
        for (caller, appended) in answers {
            #expect(appended.sequences.count == caller % 3 + 1)
            for (part, record) in try reader.records(of: .sku("\(caller)")).enumerated() {
                #expect(record.sequence == appended.sequences.lowerBound + part)
                #expect(record.body == Array(#"{"c":\#(caller),"p":\#(part)}"#.utf8))
            }
        }
        #expect(try reader.verify().isValid)
        #expect(place.clock.reads - reads <= 200)
    }

    @Test(arguments: Backing.allCases)
    func `answers a refused caller without harm to those who share its commit`(
        _ backing: Backing
    ) async throws {
        let journal = try backing.journal(place)
        let good = try await withThrowingTaskGroup(of: Bool.self) { group in
            for caller in 0..<60 {
                group.addTask {
                    let expecting: [Subject: Int] = caller % 2 == 0 ? [.sku("never"): 1] : [:]
                    do {
                        _ = try await journal.append([draft()], run: run, expecting: expecting)
                        return true
                    } catch JournalError.conflict { return false }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(good == 30)
        #expect(try journal.head().sequence == 30)
    }

    @Test(arguments: Backing.allCases)
    func `counts what it holds`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        try await fill(journal, clock: place.clock)
        place.clock.advance(.seconds(86_400))
        _ = try await journal.append([draft(body: #"{"a":1}"#)], run: RunID(text: "run-d"))
        let stats = try journal.reader().stats()
        #expect(stats.total.events == 13)
        #expect(
            stats.kinds.map { "\($0.name) \($0.tally.events)" } == [
                "AttributesSet 8", "MatchFound 1", "ProductCreated 2", "ProductExported 1",
                "RunStarted 1",
            ])
        #expect(
            stats.runs.map { "\($0.name) \($0.tally.events)" } == [
                "run-a 2", "run-b 3", "run-c 7", "run-d 1",
            ])
        #expect(
            stats.days.map { "\($0.name) \($0.tally.events)" } == [
                "2026-03-01 12", "2026-03-02 1",
            ])
        #expect(stats.systems.map(\.name) == ["amazon:A2EXAMPLE:US", "plysync", plytix.text])
        #expect(stats.blobs == 3)
        #expect(stats.last == place.clock.now())
        #expect(stats.fileBytes > 0)
    }

    @Test(arguments: Backing.allCases)
    func `appends no more when it is closed`(_ backing: Backing) async throws {
        let journal = try backing.journal(place)
        _ = try await journal.append([draft()], run: run)
        journal.close()
        journal.close()
        await #expect(throws: JournalError.closed) {
            try await journal.append([draft()], run: run)
        }
    }
}
