// Who holds the lock on a journal, as its lock file says in plain text.

package import Catalog

/// The process that writes to a journal, and since when.
package struct LockHolder: Hashable, Sendable, CustomStringConvertible {
    /// A process by its number on a machine.
    package struct Process: Hashable, Sendable {
        package let pid: Int
        package let host: String

        package init(pid: Int, host: String) {
            self.pid = pid
            self.host = host
        }
    }

    /// Who.
    package let process: Process
    /// When the lock was taken, by the holder's clock.
    package let since: Instant

    package init(process: Process, since: Instant) {
        self.process = process
        self.since = since
    }

    /// `process 4711 on machine since 2026-03-01T08:30:00Z`.
    package var description: String {
        "process \(process.pid) on \(process.host) since \(since.shortDescription)"
    }

    /// The text of a lock file: three lines of a word and a value.
    package var text: String {
        "pid \(process.pid)\nhost \(process.host)\nsince \(since)\n"
    }

    /// Reads the text of a lock file; nil when it is not whole, as while it is being written.
    package init?(text: String) {
        guard text.hasSuffix("\n") else { return nil }
        var values: [Substring: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { continue }
            values[words[0]] = String(words[1])
        }
        guard let pid = values["pid"].flatMap({ Int($0) }), let host = values["host"],
            let since = values["since"].flatMap({ Instant($0) })
        else { return nil }
        self.init(process: Process(pid: pid, host: host), since: since)
    }
}
