import Foundation

/// The two streams: results go to standard output, everything else to standard error.
enum Console {
    static func result(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Without a line end, for progress on a terminal.
    static func progress(_ text: String) { write(text, to: STDERR_FILENO) }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

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

/// Text from outside without control characters, so that it cannot move the terminal's cursor or
/// hide what it is.
func printable(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "\u{FFFD}"
                default: scalar
                }
            }))
}

/// A closed pipe on standard output is no reason to end a run.
func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

/// Ends the process with a status.
func terminate(_ status: Int32) -> Never { exit(status) }
