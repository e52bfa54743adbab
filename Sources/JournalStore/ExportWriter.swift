// A journal's rows as lines of its export.

import Catalog
import JSON

/// Makes one line after another, in one buffer.
struct ExportWriter {
    private let source: String
    /// What was made and not yet taken.
    private(set) var bytes: [UInt8] = []

    init(_ identity: JournalIdentity) {
        source = ExportForm.source(identity.id)
        bytes.reserveCapacity(1 << 18)
    }

    /// Forgets what was taken.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// The first line.
    mutating func add(_ identity: JournalIdentity, head: JournalHead, blobs: Int) {
        let data = ExportForm.journalData(
            id: identity.id, created: identity.created, head: head, blobs: blobs)
        line(id: "journal", type: ExportForm.journalType) { json in
            json.member("time", identity.created.description)
            json.member("datacontenttype", ExportForm.jsonType)
            json.member("data", data)
        }
    }

    /// A blob's row.
    ///
    /// - `data`: the zlib stream; empty when it was redacted.
    mutating func add(
        blob number: Int, sequence: Int, hash: Digest, size: Int, data: UnsafeRawBufferPointer
    ) {
        line(id: "blob-\(number)", type: ExportForm.blobType) { json in
            json.member("event", String(sequence))
            json.member("hash", hash.hex)
            json.member("size", size)
            if data.isEmpty {
                json.member("redacted", true)
            } else {
                json.member("datacontenttype", ExportForm.zlibType)
            }
        }
        if !data.isEmpty { append(base64: data) }
    }

    /// An event.
    ///
    /// - Throws: `.corrupt` when a column holds what the format does not allow.
    mutating func add(_ event: borrowing ScannedRecord) throws(JournalError) {
        let subjects = try event.subjects()
        let record = (
            sequence: event.sequence, time: event.time.description, version: event.version,
            kind: event.kind, run: event.run.text, system: event.system.text,
            subjects: String(decoding: event.subjectsText, as: UTF8.self),
            cause: String(decoding: event.causeText, as: UTF8.self),
            bodyHash: Digest(bytes: event.bodyHashBytes), hash: Digest(bytes: event.hashBytes),
            isRedacted: event.body == nil
        )
        let type = ExportForm.eventTypePrefix + ExportForm.attribute(record.kind)
        line(id: String(record.sequence), type: type) { json in
            if let first = subjects.first {
                json.member("subject", ExportForm.attribute(first.description))
            }
            json.member("time", record.time)
            json.member("run", ExportForm.attribute(record.run))
            json.member("system", ExportForm.attribute(record.system))
            json.member("bodyversion", record.version)
            json.member("subjects", ExportForm.attribute(record.subjects))
            json.member("cause", record.cause)
            json.member("bodyhash", record.bodyHash.hex)
            json.member("hash", record.hash.hex)
            if record.isRedacted {
                json.member("redacted", true)
            } else {
                json.member("datacontenttype", ExportForm.jsonType)
            }
        }
        guard let body = event.body else { return }
        if Self.isReadable(body) { append(json: body) } else { append(base64: body) }
    }

    /// True when any reader that keeps numbers and the order of keys gives the same bytes again.
    private static func isReadable(_ body: UnsafeRawBufferPointer) -> Bool {
        guard body.count <= ExportForm.readableBodyMax else { return false }
        // One level deeper than it is, as it will stand in its line.
        let text = [UInt8(ascii: "[")] + Array(body) + [UInt8(ascii: "]")]
        do throws(JSONError) {
            return try JSONValue(parsing: text).bytes == text
        } catch {
            return false
        }
    }

    // MARK: Lines

    /// Adds a line with the members that every line has, and those of its own.
    private mutating func line(id: String, type: String, _ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.member("specversion", ExportForm.specification)
            json.member("id", id)
            json.member("source", source)
            json.member("type", type)
            members(&json)
        }
        bytes.append(contentsOf: json.bytes)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Adds a last member to the line that was just made.
    private mutating func append(json data: UnsafeRawBufferPointer) {
        reopen(with: #","data":"#)
        bytes.append(contentsOf: data)
        bytes.append(contentsOf: "}\n".utf8)
    }

    private mutating func append(base64 data: UnsafeRawBufferPointer) {
        reopen(with: #","data_base64":""#)
        Base64.append(data, to: &bytes)
        bytes.append(contentsOf: "\"}\n".utf8)
    }

    private mutating func reopen(with member: String) {
        bytes.removeLast(2)
        bytes.append(contentsOf: member.utf8)
    }
}
