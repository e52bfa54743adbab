// The rows of a journal out of the lines of its export.

import Catalog
import Hashing
import JSON

/// Fills an empty file with the journal that an export's first line announces.
///
/// What it takes is held against every rule of the format: an export may come from anywhere.
final class Importer {
    private let path: String
    private let writer: Writer
    private let source: String
    /// Where the first line says that the journal ends.
    private let announced: JournalHead
    /// How many blobs the first line counts.
    private let blobsAnnounced: Int
    private let secrets: SecretFilter
    private var end: JournalHead
    private var time = Instant(microseconds: .min)
    /// The blobs that came with the next event.
    private var blobs: [Digest] = []
    /// Bodiless events, and blobs without content, that no event has named yet.
    private var bodiless = Set<Int>()
    private var blanked: [(digest: Digest, sequence: Int)] = []
    private var redactions = BlobRedactions()

    /// Begins with the first line; the file at the path is empty.
    init(
        _ line: ExportedLine, path: String, options: JournalOptions, secrets: [String]
    ) throws(TransferError) {
        let identity = try ExportedIdentity(line)
        self.path = path
        source = ExportForm.source(identity.id)
        announced = identity.head
        blobsAnnounced = identity.blobs
        var filter = SecretFilter()
        filter.add(secrets)
        self.secrets = filter
        let connection = try TransferError.asking { () throws(JournalError) in
            try JournalFile.writing(
                path, path: path, flags: SQLite.write, options: options)
        }
        writer = try TransferError.at(path) { () throws(SQLiteFailure) in
            // It is thrown away after any failure, and synced as a whole when it is finished.
            try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            try JournalFile.create(connection, id: identity.id, created: identity.created)
            try connection.execute("BEGIN IMMEDIATE")
            return try Writer(connection, path: path, options: options)
        }
        end = writer.head
    }

    /// Takes the next line.
    ///
    /// - Throws: `.wrongLine`, `.journal`.
    func take(_ line: ExportedLine) throws(TransferError) {
        guard try line.text("specversion") == ExportForm.specification else {
            throw line.wrong("it is not of CloudEvents \(ExportForm.specification)")
        }
        guard try line.text("source") == source else {
            throw line.wrong("it is of another journal than the first line")
        }
        let type = try line.text("type")
        if type == ExportForm.blobType { return try takeBlob(line) }
        guard type.hasPrefix(ExportForm.eventTypePrefix),
            let kind = ExportForm.text(
                ofAttribute: String(type.dropFirst(ExportForm.eventTypePrefix.count)))
        else { throw line.wrong("its type is none of an export") }
        try takeEvent(line, kind: kind)
    }

    /// Writes what is left, and answers where the journal ends.
    ///
    /// - `lines`: how many there were.
    func finish(after lines: Int) throws(TransferError) -> JournalHead {
        guard end == announced, blobs.isEmpty else {
            throw .wrongLine(
                lines + 1,
                what: "the export ends here, and by its first line it goes on to event "
                    + "\(announced.sequence)")
        }
        guard writer.blobCount == blobsAnnounced else {
            throw .wrongLine(
                1, what: "it counts \(blobsAnnounced) blobs, and \(writer.blobCount) follow")
        }
        if let sequence = bodiless.min() {
            throw .wrongLine(
                lines, what: "event \(sequence) has no data, and no later event redacts it")
        }
        for blob in blanked {
            guard let fault = redactions.fault(ofBlob: blob.digest, from: blob.sequence) else {
                continue
            }
            throw .wrongLine(lines, what: "of blob \(blob.digest) \(fault)")
        }
        try TransferError.at(path) { () throws(SQLiteFailure) in
            try writer.writeRows()
            try writer.index.write(to: writer.connection)
            try writer.connection.execute("COMMIT; PRAGMA journal_mode = WAL")
        }
        return end
    }

    // MARK: Blobs

    private func takeBlob(_ line: ExportedLine) throws(TransferError) {
        let digest = try line.digest("hash")
        let size = try line.number("size")
        guard try line.text("id") == "blob-\(writer.blobCount + 1)" else {
            throw line.wrong("it is not blob \(writer.blobCount + 1), which is the next")
        }
        guard try line.largeNumber("event") == end.sequence + 1 else {
            throw line.wrong("its event is not \(end.sequence + 1), which is the next")
        }
        let data = try blobData(line, digest: digest, size: size)
        if !line.isRedacted { try line.require(ExportForm.zlibType, as: "datacontenttype") }
        try line.require(
            Set(["event", "hash", "size"]).union(
                line.isRedacted ? ["redacted"] : ["datacontenttype", "data_base64"]))
        try TransferError.at(path) { () throws(SQLiteFailure) in
            try writer.insert(
                AppendRequest.StoredBlob(digest: digest, size: size, data: data),
                with: end.sequence + 1)
        }
        blobs.append(digest)
    }

    private func blobData(
        _ line: ExportedLine, digest: Digest, size: Int
    ) throws(TransferError) -> [UInt8] {
        if line.isRedacted {
            guard line.data == nil, line.binary == nil, (0...Blob.bytesMax).contains(size) else {
                throw line.wrong("it is redacted, and has data or no size")
            }
            blanked.append((digest, end.sequence + 1))
            return []
        }
        guard let data = line.binary, !data.isEmpty else {
            throw line.wrong("it has no data_base64")
        }
        let content = data.withUnsafeBytes { Deflate.restore($0, size: size) }
        guard let content, ContentHash.of(content) == digest else {
            throw line.wrong("its data are not the content of its hash and size")
        }
        guard !secrets.matches(content) else { throw line.wrong("it holds a secret") }
        let isThere = try TransferError.at(path) { () throws(SQLiteFailure) in
            try ReaderConnection.hasBlob(digest, in: writer.connection)
        }
        guard !isThere else { throw line.wrong("the same blob was there before") }
        return data
    }

    // MARK: Events

    private func takeEvent(_ line: ExportedLine, kind: String) throws(TransferError) {
        let header = try ExportedHeader(line, kind: kind, after: end.sequence, time: time)
        let bodyHash = try line.digest("bodyhash")
        let body = try ExportedBody(line, hash: bodyHash).bytes
        if let body, secrets.matches(body) { throw line.wrong("it holds a secret") }
        let row = try TransferError.at(path) { () throws(SQLiteFailure) in
            Writer.PlacedEvent(
                sequence: header.sequence, time: header.time,
                run: try writer.number(of: header.run),
                system: try writer.number(of: header.system),
                kind: try writer.number(of: kind), version: header.version,
                subjects: header.subjectsText, cause: header.causeText, body: body,
                bodyHash: bodyHash, blobs: blobs)
        }
        let hash = writer.hash(of: row, after: end.hash)
        guard try line.digest("hash") == hash else {
            throw line.wrong(
                "its hash does not follow from it and from the line before: one of them was "
                    + "changed, or lines were put in, taken out or moved")
        }
        try header.checkRest(of: line)
        try TransferError.at(path) { () throws(SQLiteFailure) in
            try writer.insert(row, hash: hash)
            writer.index.add(header.subjects, sequence: header.sequence)
            if writer.index.isFull { try writer.index.write(to: writer.connection) }
        }
        if body == nil { bodiless.insert(header.sequence) }
        if kind == "BodyRedacted" {
            bodiless.subtract(header.cause)
            redactions.add(header.subjects, of: header.sequence)
        }
        end = JournalHead(sequence: header.sequence, hash: hash)
        time = header.time
        blobs = []
    }
}
