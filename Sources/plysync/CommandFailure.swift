import JournalStore
import Projections
import Settings
import Sync

/// Why a command failed: one sentence of what happened, one of what to do, and the exit status.
struct CommandFailure: Error {
    let what: String
    let hint: String?
    let exitStatus: Int32

    init(_ what: String, hint: String? = nil, exitStatus: Int32 = 2) {
        self.what = what
        self.hint = hint
        self.exitStatus = exitStatus
    }

    init(_ stop: RunStop) {
        if case .settings(let error) = stop {
            self.init(error)
            return
        }
        self.init(
            stop.isInterruption
                ? "Stopped. Everything that was done is in the journal." : "\(stop)",
            hint: stop.hint, exitStatus: stop.exitStatus)
    }
    init(_ error: SettingsError) {
        let place = error.file.map { file in error.line.map { "\(file):\($0): " } ?? "\(file): " }
        // Without its advice, which its description ends with: that is the hint.
        self.init((place ?? "") + error.what, hint: error.hint, exitStatus: 2)
    }
    init(_ error: JournalError) {
        self.init(error.description, hint: error.hint, exitStatus: 4)
    }
    init(_ error: ChronicleError) {
        if let cause = error.cause as? JournalError {
            self.init(cause)
        } else {
            self.init("\(error)", exitStatus: 4)
        }
    }

    func print() {
        Console.note("plysync: " + Self.sentence(printable(what)))
        if let hint { Console.note("  " + Self.sentence(printable(hint))) }
    }

    private static func sentence(_ text: String) -> String {
        text.last.map { ".!?:".contains($0) } == true ? text : text + "."
    }
}
