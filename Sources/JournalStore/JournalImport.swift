// Reading an exported journal in: the same journal again, or nothing.

import Catalog

/// Makes a new journal of an export.
package enum JournalImport {
    /// Reads the lines of a descriptor into a journal at a path where nothing is yet.
    ///
    /// Every line is held against the chain before the next is read. The journal gets its name when
    /// all of it is on disk and was read back as valid; until then it stands under another one.
    /// Memory is needed for the longest line, however many there are.
    ///
    /// - `name`: what errors call the descriptor.
    /// - `secrets`: a line that holds one of them is refused.
    /// - `shouldStop`: asked now and then; the import then ends with `.stopped`.
    /// - Throws: `.exists`, `.unreadable`, `.unwritable`, `.wrongLine`, `.notGood`, `.stopped`,
    ///   `.journal`.
    package static func run(
        fromDescriptor descriptor: Int32, name: String, to path: String, options: JournalOptions,
        secrets: [String] = [], shouldStop: () -> Bool = { false }
    ) throws(TransferError) -> TransferSummary {
        let path = try TransferError.asking { () throws(JournalError) in
            try FilePath.resolved(path)
        }
        guard !FilePath.exists(path) else { throw .exists(path: path) }
        // Nobody else makes a journal of that name meanwhile.
        let lock = try TransferError.asking { () throws(JournalError) in
            try WriterLock(
                path: path, holder: LockHolder(process: options.process, since: options.now()))
        }
        defer { if FilePath.exists(path) { lock.release() } else { lock.discard() } }
        let file = try FreshFile(path)
        file.closeDescriptor()
        var lines = LineReader(descriptor, name: name, bytesMax: ExportForm.lineBytesMax)
        let head = try fill(
            file.temporary, from: &lines, options: options, secrets: secrets,
            shouldStop: shouldStop)
        let summary = try Journal.checked(file.temporary, head: head)
        try file.finish()
        return summary
    }

    /// Fills an empty file; answers where the export says that the journal ends, which is so.
    private static func fill(
        _ path: String, from lines: inout LineReader, options: JournalOptions, secrets: [String],
        shouldStop: () -> Bool
    ) throws(TransferError) -> JournalHead {
        var importer: Importer?
        while try lines.next({ bytes, number throws(TransferError) in
            if number % 256 == 0, shouldStop() { throw .stopped }
            let line = try ExportedLine(bytes, number: number)
            if let importer {
                try importer.take(line)
            } else {
                importer = try Importer(line, path: path, options: options, secrets: secrets)
            }
        }) {}
        guard let importer else { throw .wrongLine(1, what: "the file is empty") }
        return try importer.finish(after: lines.line)
    }
}
