import Catalog
import Foundation
import JSON
import Synchronization

/// The two streams: results go to standard output, everything else to standard error.
enum Console {
    // Whatever slips through what composes a text ends here: nothing that a terminal would obey
    // leaves the program.
    static func result(_ text: String) { print(OutsideText.shownLines(text)) }
    static func note(_ text: String) {
        write(OutsideText.shownLines(text) + "\n", to: STDERR_FILENO)
    }

    /// A document of `--json`, whose strings keep every character, hidden ones escaped.
    static func document(_ json: JSONValue) { documents(json.text) }
    /// Text that is JSON already, one document a line.
    static func documents(_ text: String) { print(OutsideText.shownJSON(text)) }

    /// Without a line end, for progress on a terminal, which moves the cursor itself.
    static func progress(_ text: String) { write(text, to: STDERR_FILENO) }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// How many columns the terminal of standard error has now; 80 when nobody says.
    static var columns: Int {
        var size = winsize()
        if ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return Int(size.ws_col)
        }
        let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 0
        return stated > 0 ? stated : 80
    }

    // MARK: What standard output did not take

    /// The number of the first error of a write to standard output; 0 while there was none.
    private static let fault = Mutex<Int32>(0)

    /// Nothing is written behind a gap: what follows would look as if it were all.
    private static func print(_ text: String) {
        fault.withLock { fault in
            if fault == 0 { fault = write(text + "\n", to: STDOUT_FILENO) }
        }
    }

    /// Why results are not whole; nil when they are, and when their reader went away, who has read
    /// enough.
    ///
    /// Neither ends the work: it is told when that is done.
    static var resultFailure: CommandFailure? {
        let number = fault.withLock { $0 }
        guard number != 0, number != EPIPE else { return nil }
        return CommandFailure(
            "standard output cannot be written: \(SystemFault.sentence(number))",
            hint: "What was printed is not whole; what was done is in the journal", exitStatus: 1)
    }

    /// False once a result could not be written, or its reader is gone before the next one.
    static var takesResults: Bool {
        guard fault.withLock({ $0 == 0 }) else { return false }
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        guard poll(&output, 1, 0) > 0 else { return true }
        return Int32(output.revents) & Int32(POLLERR | POLLHUP) == 0
    }

    /// Writes all of a text; gives the number of the error that kept some of it back, or 0.
    @discardableResult
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = Foundation.write(descriptor, start, rest.count)
                if written < 0, errno == EINTR || errno == EAGAIN { continue }
                guard written > 0 else { return written < 0 ? errno : EIO }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
            return 0
        }
    }
}

/// The beginning of a text that a number of columns of a terminal has room for.
func fitting(_ text: String, columns: Int) -> String {
    var room = columns
    let end = text.firstIndex { character in
        room -= columnCount(character)
        return room < 0
    }
    return end.map { String(text[..<$0]) } ?? text
}

/// Characters of East Asian scripts and pictograms take two columns; to count some others so too
/// cuts a line too early, never too late.
private func columnCount(_ character: Character) -> Int {
    character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
}

/// Text from outside as one line, so that it cannot move the terminal's cursor or hide what it is.
func printable(_ text: String) -> String { OutsideText.shown(text) }

/// A closed pipe on standard output is no reason to end a run.
func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

/// A file that would grow beyond a limit is a write that fails, which is told, and no reason to die.
func ignoreFileSizeSignals() { signal(SIGXFSZ, SIG_IGN) }

/// Ends the process with a status; one that tells of no failure is 1 when standard output did not
/// take all results.
func terminate(_ status: Int32) -> Never {
    guard let failure = Console.resultFailure else { exit(status) }
    failure.print()
    exit([0, PlanCommand.somethingToDo].contains(status) ? failure.exitStatus : status)
}
