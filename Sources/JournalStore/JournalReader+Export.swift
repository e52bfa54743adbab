// Writing a journal out as CloudEvents, line by line.

import Catalog
import Hashing

extension JournalReader {
    /// Lines are handed on when so many bytes are together: 256 KiB.
    private static let exportBuffer = 1 << 18

    /// Writes the journal to a new file that is there whole or not at all.
    ///
    /// - `shouldStop`: asked now and then; the export then ends with `.stopped`.
    /// - Throws: `.exists`, `.unwritable`, `.stopped`, `.journal`.
    package func export(
        to path: String, shouldStop: () -> Bool = { false }
    ) throws(TransferError) -> TransferSummary {
        let file = try FreshFile(path)
        let summary = try export(shouldStop: shouldStop) { bytes throws(TransferError) in
            try file.write(bytes)
        }
        try file.finish(likeFile: self.path)
        return summary
    }

    /// Writes the journal to a descriptor, such as that of standard output.
    ///
    /// - `name`: what errors call it.
    /// - Throws: `.unwritable`, `.stopped`, `.journal`.
    package func export(
        toDescriptor descriptor: Int32, name: String, shouldStop: () -> Bool = { false }
    ) throws(TransferError) -> TransferSummary {
        try export(shouldStop: shouldStop) { bytes throws(TransferError) in
            try FreshFile.write(bytes, to: descriptor, path: name)
        }
    }

    /// Hands the lines of the journal on as it stands now, in pieces of a few lines.
    ///
    /// Each event is held against the chain, so that nothing wrong is written out. Memory is needed
    /// for the largest event or blob, however long the journal is.
    package func export(
        shouldStop: () -> Bool = { false },
        _ write: (UnsafeRawBufferPointer) throws(TransferError) -> Void
    ) throws(TransferError) -> TransferSummary {
        try TransferError.asking { () throws(JournalError) in
            try Self.with(source) { reader throws(JournalError) in
                try reader.inOneView { () throws(JournalError) in
                    Result { () throws(TransferError) in
                        try Self.lines(of: reader, shouldStop: shouldStop, write)
                    }
                }
            }
        }.get()
    }

    private static func lines(
        of reader: ReaderConnection, shouldStop: () -> Bool,
        _ write: (UnsafeRawBufferPointer) throws(TransferError) -> Void
    ) throws(TransferError) -> TransferSummary {
        let (identity, head, blobCount) = try TransferError.at(reader.path) {
            () throws(SQLiteFailure) in
            (
                try JournalIdentity(reader.connection), try reader.head(),
                try reader.connection.int("SELECT count(*) FROM blobs")
            )
        }
        var export = ExportWriter(identity)
        export.add(identity, head: head, blobs: blobCount)
        var check = try TransferError.at(reader.path) { () throws(SQLiteFailure) in
            try ExportedChain(reader, genesis: identity.genesis)
        }
        var summary = TransferSummary(head: head, blobs: blobCount, redacted: 0, bytes: 0)
        do throws(ScanStop<TransferError>) {
            try reader.scan(after: 0, through: head.sequence) { event throws(TransferError) in
                try check.follow(event, into: &export) { export throws(TransferError) in
                    guard export.bytes.count >= Self.exportBuffer else { return }
                    if shouldStop() { throw .stopped }
                    summary.bytes += try Self.hand(&export, to: write)
                }
                if event.body == nil { summary.redacted += 1 }
            }
        } catch {
            switch error {
            case .journal(let error): throw .journal(error)
            case .body(let error): throw error
            }
        }
        guard check.end == head else {
            throw .journal(.corrupt(path: reader.path, what: "events are missing"))
        }
        summary.bytes += try Self.hand(&export, to: write)
        return summary
    }

    private static func hand(
        _ export: inout ExportWriter,
        to write: (UnsafeRawBufferPointer) throws(TransferError) -> Void
    ) throws(TransferError) -> Int {
        let result = export.bytes.withUnsafeBytes { bytes in
            Result { () throws(TransferError) in
                try write(bytes)
                return bytes.count
            }
        }
        export.clear()
        return try result.get()
    }
}

/// Walks along the chain while it is written out.
private struct ExportedChain {
    private let reader: ReaderConnection
    private let blobs: Statement
    private var hasBlob: Bool
    private var link = ChainLink()
    private(set) var end: JournalHead

    init(_ reader: ReaderConnection, genesis: Digest) throws(SQLiteFailure) {
        self.reader = reader
        end = JournalHead(sequence: 0, hash: genesis)
        blobs = try Statement(
            "SELECT id, sequence, hash, size, data FROM blobs ORDER BY id",
            on: reader.connection.handle)
        hasBlob = try blobs.step()
    }

    /// Writes out the next event, behind the blobs that came with it; `added` is called after each
    /// line.
    ///
    /// - Throws: `.journal(.corrupt)` when it is not what was written after the one before.
    mutating func follow(
        _ event: borrowing ScannedRecord, into export: inout ExportWriter,
        added: (inout ExportWriter) throws(TransferError) -> Void
    ) throws(TransferError) {
        let sequence = event.sequence
        guard sequence == end.sequence + 1, event.bodyHashBytes.count == 32,
            event.hashBytes.count == 32
        else { throw wrong(sequence) }
        let hashes = try takeBlobs(with: sequence, into: &export, added: added)
        let bodyHash = Digest(bytes: event.bodyHashBytes)
        guard event.body.map({ ContentHash.of($0) == bodyHash }) ?? true else {
            throw wrong(sequence)
        }
        let hash = hash(of: event, blobs: hashes)
        guard hash == Digest(bytes: event.hashBytes) else { throw wrong(sequence) }
        end = JournalHead(sequence: sequence, hash: hash)
        try TransferError.asking { () throws(JournalError) in try export.add(event) }
        try added(&export)
    }

    private mutating func hash(of event: borrowing ScannedRecord, blobs: [Digest]) -> Digest {
        let names = reader.names
        let header = ChainLink.Header(
            sequence: event.sequence, time: event.time, version: event.version,
            run: names.fields[event.runNumber - 1], system: names.fields[event.systemNumber - 1],
            kind: names.fields[event.kindNumber - 1], subjects: event.subjectsText,
            cause: event.causeText, blobs: blobs)
        let bodyHash = event.bodyHashBytes
        let previous = end.hash.bytes
        return previous.withUnsafeBytes {
            link.hash(previous: $0, header: header, bodyHash: bodyHash)
        }
    }

    private mutating func takeBlobs(
        with sequence: Int, into export: inout ExportWriter,
        added: (inout ExportWriter) throws(TransferError) -> Void
    ) throws(TransferError) -> [Digest] {
        var hashes: [Digest] = []
        while hasBlob, blobs.int(1) == sequence {
            guard let hash = blobs.digest(2) else { throw wrong(sequence) }
            hashes.append(hash)
            export.add(
                blob: blobs.int(0), sequence: sequence, hash: hash, size: blobs.int(3),
                data: blobs.bytes(4))
            try added(&export)
            hasBlob = try TransferError.at(reader.path) { () throws(SQLiteFailure) in
                try blobs.step()
            }
        }
        return hashes
    }

    private func wrong(_ sequence: Int) -> TransferError {
        .journal(
            .corrupt(path: reader.path, what: "event \(sequence) is not what was written"))
    }
}
