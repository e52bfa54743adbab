import Catalog
import Foundation
import JSON

/// The two streams: results go to standard output, everything else to standard error.
enum Console {
    // Whatever slips through what composes a text ends here: nothing that a terminal would obey
    // leaves the program.
    static func result(_ text: String) {
        write(OutsideText.shownLines(text) + "\n", to: STDOUT_FILENO)
    }
    static func note(_ text: String) {
        write(OutsideText.shownLines(text) + "\n", to: STDERR_FILENO)
    }

    /// A document of `--json`, whose strings keep every character, hidden ones escaped.
    static func document(_ json: JSONValue) { documents(json.text) }
    /// Text that is JSON already, one document a line.
    static func documents(_ text: String) {
        write(OutsideText.shownJSON(text) + "\n", to: STDOUT_FILENO)
    }

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

    /// A reader that went away ends nothing: what cannot be written is dropped.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = Foundation.write(descriptor, start, rest.count)
                if written < 0, errno == EINTR || errno == EAGAIN { continue }
                guard written > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
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

/// Ends the process with a status.
func terminate(_ status: Int32) -> Never { exit(status) }
