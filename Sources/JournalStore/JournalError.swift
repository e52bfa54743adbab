// Everything that can go wrong with a journal, with what to do about it.

package import Catalog

/// Why a journal refused or failed.
package enum JournalError: Error, Hashable, Sendable {
    /// There is no file at the path.
    case missing(path: String)
    /// The file is there, and is something else.
    case notAJournal(path: String)
    /// The file was made by a later program.
    case newerFormat(found: Int, supported: Int)
    /// Another writer is at work; nil while it has not yet written who it is.
    case locked(by: LockHolder?)
    /// The file or its folder may not be written.
    case readOnly(path: String)
    /// The file may not be read.
    case unreadable(path: String)
    case diskFull(path: String)
    /// The disk or its driver could not do what it was asked for.
    case diskFailed(path: String, what: String)
    /// The file does not hold what was written to it; `what` says where and how it differs.
    case corrupt(path: String, what: String)
    /// Tables or triggers differ from those of the format.
    case schemaChanged(path: String, differences: [String])
    /// Another tool holds the file's write lock.
    case busy(path: String)
    /// The file system or SQLite cannot give the durability that we promise.
    case notDurable(path: String, what: String)
    /// A reader without the right to write in the folder found a log that a crash left behind.
    case needsRecovery(path: String)
    /// A reader without the right to write in the folder saw the file change.
    case changedWhileRead(path: String)
    /// A subject has moved: `found` is the highest number of an event about it, 0 for none.
    case conflict(subject: Subject, expected: Int, found: Int)
    /// A draft or blob holds a secret.
    case secretRefused(what: String)
    /// A draft or blob cannot be kept as it is.
    case forbidden(what: String)
    /// An earlier commit failed, so that nothing more is written by this process.
    case poisoned(reason: String)
    /// The journal was closed before.
    case closed
    /// The system or SQLite refused for another reason, told in its words.
    case failed(path: String, what: String)
}

extension JournalError: CustomStringConvertible {
    /// One sentence of what happened, without secrets and without contents.
    package var description: String {
        switch self {
        case .missing(let path): "There is no journal at \(path)."
        case .notAJournal(let path): "\(path) is not a plysync journal."
        case .newerFormat(let found, let supported):
            "The journal has format \(found), and this plysync reads formats up to \(supported)."
        case .locked(let holder):
            "Another writer has the journal open: \(holder?.description ?? "it has just begun")."
        case .readOnly(let path): "\(path) or its folder may not be written."
        case .unreadable(let path): "\(path) may not be read."
        case .diskFull(let path): "The disk is full, so \(path) cannot be written."
        case .diskFailed(let path, let what): "The disk of \(path) failed: \(what)."
        case .corrupt(let path, let what): "The journal \(path) is damaged: \(what)."
        case .schemaChanged(let path, let differences):
            "The tables of \(path) were changed: \(differences.joined(separator: "; "))."
        case .busy(let path): "Another tool keeps \(path) locked."
        case .notDurable(let path, let what): "\(path) cannot be written durably: \(what)."
        case .needsRecovery(let path):
            "\(path) was not closed, and its log can be read only by who may write in its folder."
        case .changedWhileRead(let path): "\(path) was changed while it was read."
        case .conflict(let subject, let expected, let found):
            "\(subject) has moved on: its last event is \(found), and \(expected) was expected."
        case .secretRefused(let what): "\(what) holds a secret and was not written."
        case .forbidden(let what): "\(what), and was not written."
        case .poisoned(let reason):
            "Nothing more is written to the journal, since a commit failed: \(reason)"
        case .closed: "The journal is closed."
        case .failed(let path, let what): "The journal \(path) cannot be used: \(what)."
        }
    }

    /// One sentence of what to do next.
    package var hint: String {
        switch self {
        case .missing: "Check the path, or run a command that records something to create it."
        case .notAJournal: "Name another file with --journal or PLYSYNC_JOURNAL."
        case .newerFormat: "Use the plysync that wrote it, or a later one."
        case .locked: "Wait until it has finished, or stop it; the lock ends with its process."
        case .readOnly: "Give this user the right to write the file and its folder."
        case .unreadable: "Give this user the right to read the file."
        case .diskFailed:
            "Look to the disk, then run the same command again; it goes on where it was."
        case .diskFull: "Free some space and run the same command again; it goes on where it was."
        case .corrupt, .schemaChanged:
            "Leave the file as it is, run 'plysync journal verify', and go on from a backup."
        case .busy: "Close the other tool's transaction and run the same command again."
        case .notDurable: "Put the journal on a local disk."
        case .needsRecovery: "Open it once, with any command, as a user who may write there."
        case .changedWhileRead: "Run the command again, or as a user who may write in the folder."
        case .conflict: "Read the subject again and decide anew."
        case .secretRefused: "Find out how the secret came into the data; it must not be recorded."
        case .forbidden: "Correct the data; this is an error of the program if it came from there."
        case .poisoned:
            "Look to the disk, then run the same command again; it goes on where it was."
        case .closed: "Open it again."
        case .failed: "Check the path, the disk and the rights on the folder."
        }
    }
}
