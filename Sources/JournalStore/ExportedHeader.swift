// What an exported event says of itself, checked and in the forms of its row.

import Catalog
import Hashing
import JSON

/// The header of an event, as its line gives it.
struct ExportedHeader {
    let sequence: Int
    let time: Instant
    let run: String
    let system: String
    let version: Int
    let subjects: [SubjectReference]
    let cause: [Int]
    /// The texts of the columns.
    let subjectsText: [UInt8]
    let causeText: [UInt8]

    /// - `after`: the number of the event before, and `time` its time.
    init(
        _ line: ExportedLine, kind: String, after last: Int, time before: Instant
    ) throws(TransferError) {
        sequence = try line.largeNumber("id")
        guard sequence == last + 1 else {
            throw line.wrong("it is event \(sequence), and event \(last + 1) is the next")
        }
        time = try line.time("time")
        guard time >= before else {
            throw line.wrong("its time is before the one of its predecessor")
        }
        run = try line.decoded("run")
        system = try line.decoded("system")
        for (name, word) in [(run, "run"), (system, "system"), (kind, "kind")] {
            guard Self.isName(name) else {
                throw line.wrong("its \(word) has not 1 to 200 bytes without control characters")
            }
        }
        version = try line.number("bodyversion")
        guard (1...Int(Int32.max)).contains(version) else {
            throw line.wrong("its bodyversion is \(version)")
        }
        (subjects, subjectsText) = try Self.subjects(line)
        causeText = Array(try line.text("cause").utf8)
        guard let cause = causeText.withUnsafeBytes(ColumnText.cause),
            ColumnText.write(cause) == causeText, cause.allSatisfy({ $0 >= 1 && $0 <= last })
        else { throw line.wrong("its cause is no array of the numbers of earlier events") }
        self.cause = cause
    }

    /// Refuses what the hash does not cover: members that only repeat others, and further ones.
    func checkRest(of line: ExportedLine) throws(TransferError) {
        var own: Set = [
            "time", "run", "system", "bodyversion", "subjects", "cause", "bodyhash", "hash",
        ]
        if let first = subjects.first {
            own.insert("subject")
            try line.require(ExportForm.attribute(first.description), as: "subject")
        }
        if line.isRedacted {
            own.insert("redacted")
        } else {
            own.formUnion(["datacontenttype", line.data == nil ? "data_base64" : "data"])
            try line.require(ExportForm.jsonType, as: "datacontenttype")
        }
        try line.require(own)
    }

    private static func subjects(
        _ line: ExportedLine
    ) throws(TransferError) -> ([SubjectReference], [UInt8]) {
        let text = Array(try line.decoded("subjects").utf8)
        guard let subjects = text.withUnsafeBytes(ColumnText.subjects),
            ColumnText.write(subjects) == text,
            subjects.allSatisfy({
                !$0.subject.text.isEmpty && !$0.subject.text.utf8.contains(0)
            })
        else { throw line.wrong("its subjects are no array of texts as a journal writes it") }
        return (subjects, text)
    }

    private static func isName(_ text: String) -> Bool {
        do throws(JournalError) {
            try AppendRequest.check(name: text, as: "name", of: "a line")
            return true
        } catch {
            return false
        }
    }
}

/// The body of an event, as its line gives it.
struct ExportedBody {
    /// Nil when it was redacted.
    let bytes: [UInt8]?

    /// - `hash`: what the body's bytes must have.
    init(_ line: ExportedLine, hash: Digest) throws(TransferError) {
        if line.isRedacted {
            guard line.data == nil, line.binary == nil else {
                throw line.wrong("it is redacted, and has data")
            }
            bytes = nil
            return
        }
        guard let body = try Self.bytes(line, hash: hash) else {
            throw line.wrong("its data are not those of its bodyhash")
        }
        if let fault = DraftCheck.fault(ofBody: body) { throw line.wrong("it \(fault)") }
        bytes = body
    }

    /// The bytes that have the hash; nil when there are none.
    private static func bytes(_ line: ExportedLine, hash: Digest) throws(TransferError) -> [UInt8]?
    {
        switch (line.data, line.binary) {
        case (let data?, nil):
            guard data.count <= DraftCheck.bodyBytesMax else {
                throw line.wrong("its data have more than \(DraftCheck.bodyBytesMax) bytes")
            }
            let body = Array(data)
            if ContentHash.of(body) == hash { return body }
            // Another tool may have set it apart by blanks, or escaped what needs no escape.
            guard data.count <= ExportForm.readableBodyMax,
                let value = try? JSONValue(parsing: body)
            else { return nil }
            let rewritten = value.bytes
            return ContentHash.of(rewritten) == hash ? rewritten : nil
        case (nil, let data?):
            return ContentHash.of(data) == hash ? data : nil
        default: throw line.wrong("it has not exactly one of data and data_base64")
        }
    }
}

/// Which journal an export is of, as its first line tells.
struct ExportedIdentity {
    let id: [UInt8]
    let created: Instant
    let head: JournalHead
    let blobs: Int

    init(_ line: ExportedLine) throws(TransferError) {
        guard line.texts["specversion"] == ExportForm.specification,
            line.texts["type"] == ExportForm.journalType
        else { throw line.wrong("it does not begin the export of a plysync journal") }
        guard let data = line.data, data.count <= 4096,
            let value = try? JSONValue(parsing: Array(data)),
            let id = ExportForm.id(ofSource: try line.text("source")),
            let hash = value["head"]["hash"].string.flatMap(Digest.init(hex:)),
            let sequence = value["head"]["sequence"].int, sequence >= 0
        else { throw line.wrong("it does not say which journal this is and where it ends") }
        guard value["format"].string == ChainLink.format else {
            throw line.wrong("its format is not \(ChainLink.format), which this plysync reads")
        }
        self.id = id
        created = try line.time("time")
        head = JournalHead(sequence: sequence, hash: hash)
        blobs = value["blobs"].int ?? 0
        try line.require(["time", "datacontenttype", "data"])
        try line.require("journal", as: "id")
        try line.require(ExportForm.jsonType, as: "datacontenttype")
        let wanted = ExportForm.journalData(id: id, created: created, head: head, blobs: blobs)
        guard value == wanted else { throw line.wrong("its data are not what an export writes") }
    }
}
