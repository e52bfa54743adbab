import Catalog
import Foundation
import JSON

/// A head that was kept elsewhere, as the command line names it.
enum KeptHead {
    /// A head as `plysync journal head` prints it, or the file that it was printed to.
    static func read(_ argument: String) throws -> JournalHead {
        if let head = head(argument) { return head }
        guard FileManager.default.fileExists(atPath: argument) else { throw failure(argument) }
        let bytes = try InputFile.read(argument)
        // A head is short; what is longer is another file.
        guard bytes.count <= 4096, let head = head(String(decoding: bytes, as: UTF8.self)) else {
            throw failure(argument)
        }
        return head
    }

    /// Reads `12 9f86…`, `12:9f86…`, or the same in JSON; nil when it is none of these.
    private static func head(_ text: String) -> JournalHead? {
        if let json = try? JSONValue(parsing: text), let number = json["sequence"].int {
            return head(number, json["hash"].string ?? "")
        }
        let parts = text.split { $0 == ":" || $0.isWhitespace }
        guard parts.count == 2, let number = Int(parts[0]) else { return nil }
        return head(number, String(parts[1]))
    }

    private static func head(_ number: Int, _ hash: String) -> JournalHead? {
        guard number >= 0, let digest = Digest(hex: hash) else { return nil }
        return JournalHead(sequence: number, hash: digest)
    }

    private static func failure(_ argument: String) -> CommandFailure {
        CommandFailure(
            "--head: \"\(argument.prefix(90))\" is no head of a journal, and no file with one",
            hint:
                "Give NUMBER:HASH with 64 hexadecimal digits, as `plysync journal head` prints it, or a file with it"
        )
    }
}
