import Foundation
import JournalStore
import NetworkTransport
import Projections
import Settings
import Sync

/// What `doctor` looks at in the journal: whether it is there, right, and free to be written.
enum JournalExamination {
    typealias Finding = DoctorCommand.Finding

    static func run(_ settings: Configuration) -> [Finding] {
        let path = settings.journalPath
        guard FileManager.default.fileExists(atPath: path) else { return [absent(path)] }
        do throws(JournalError) {
            let found = try Journal.verify(at: path, depth: .chain)
            guard found.isValid else {
                return [
                    Finding(
                        "journal", .failed(4), "\(path): \(found)",
                        advice: JournalError.corrupt(path: path, what: "").hint)
                ]
            }
            let redacted = found.redacted > 0 ? ", \(found.redacted) of them redacted" : ""
            let right = "\(path): valid, \(counted(found.events, "event"))\(redacted)"
            return [Finding("journal", .ok, right), try lock(path)]
        } catch {
            return [Finding("journal", .failed(4), error.description, advice: error.hint)]
        }
    }

    /// What is known from the journal; nothing when it cannot be read, which `run` tells.
    static func state(_ settings: Configuration) -> ProjectedState {
        guard let reader = try? JournalReader.open(at: settings.journalPath),
            let state = try? ProjectedState.replayed(from: reader)
        else { return ProjectedState() }
        return state
    }

    private static func absent(_ path: String) -> Finding {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            return Finding(
                "journal", .failed(4), "\(path) is not there, and \(folder) cannot be written",
                advice: "Name another file with --journal, or give this user the right to write.")
        }
        return Finding("journal", .ok, "\(path) is not there yet; the first run makes it")
    }

    /// Opened for writing for a moment, which changes nothing.
    private static func lock(_ path: String) throws(JournalError) -> Finding {
        let process = ProcessInfo.processInfo
        let options = JournalOptions(
            now: { SystemClock().now }, randomBytes: { Array(repeating: 0, count: $0) },
            process: .init(pid: Int(process.processIdentifier), host: process.hostName))
        try Journal.open(at: path, create: false, options: options).close()
        return Finding("journal lock", .ok, "nobody else writes to it")
    }
}
