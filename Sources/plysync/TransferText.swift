import Catalog
import JSON
import JournalStore

/// What backup, export and import say.
enum TransferText {
    /// Runs a transfer, and tells its failure as the command's.
    static func asking<Value>(_ body: () throws(TransferError) -> Value) throws -> Value {
        do throws(TransferError) {
            return try body()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Tells what was done.
    ///
    /// - `word`: backup, export or import.
    static func tell(
        _ summary: TransferSummary, as word: String, file: String, journal: String, json: Bool
    ) {
        guard !json else {
            let answer: JSONValue = [
                word: JSONValue(file), "journal": JSONValue(journal),
                "head": JournalHeadCommand.json(summary.head),
                "events": JSONValue(summary.events), "redacted": JSONValue(summary.redacted),
                "blobs": JSONValue(summary.blobs), "bytes": JSONValue(summary.bytes),
            ]
            return Console.result(answer.text)
        }
        let made = word == "import" ? journal : file
        Console.result(
            printable(
                "\(made): \(counted(summary.events, "event")), "
                    + "\(counted(summary.blobs, "blob")), \(ByteText.text(summary.bytes)); "
                    + "head \(summary.head.sequence) \(summary.head.hash.hex)"))
    }
}

extension CommandFailure {
    init(_ error: TransferError) {
        let status: Int32 =
            switch error {
            case .journal, .notGood: 4
            case .stopped: 130
            case .unwritable, .unread: 1
            case .exists, .unreadable, .wrongLine: 2
            }
        self.init(error.description, hint: error.hint, exitStatus: status)
    }
}

/// Bytes for people.
enum ByteText {
    /// `512 bytes`, `1.4 MB`: thousands of thousands.
    static func text(_ bytes: Int) -> String {
        guard bytes >= 1000 else { return "\(bytes) bytes" }
        var value = Double(bytes)
        var units = ["KB", "MB", "GB", "TB"][...]
        var unit = ""
        while value >= 1000, let next = units.popFirst() {
            value /= 1000
            unit = next
        }
        let tenths = Int((value * 10).rounded())
        return tenths < 100
            ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\((tenths + 5) / 10) \(unit)"
    }
}
