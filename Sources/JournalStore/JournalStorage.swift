// How SQLite keeps a journal's file. What stands here by default is what is promised.

/// The layer below the file, and when a commit is called done.
///
/// Tests put a disk with faults beneath, and ask for less than is promised to see that it is missed.
package struct JournalStorage: Hashable, Sendable {
    /// What SQLite waits for before it says that a commit is done.
    package enum Synchronous: Int, Sendable {
        /// For nothing: a power cut loses events and may damage the file.
        case off = 0
        /// For the disk when the log is copied into the file: a power cut loses the last events.
        case normal = 1
        /// For the disk at every commit.
        case full = 2
    }

    /// The name of a VFS that was registered with SQLite; nil for the system's own.
    package var vfs: String?
    /// Anything but `full` breaks the promise that an append that returned is on disk.
    package var synchronous: Synchronous
    /// The log is copied into the file when it has so many pages of 32 KiB.
    package var logPagesMax: Int

    package init(
        vfs: String? = nil, synchronous: Synchronous = .full, logPagesMax: Int = 256
    ) {
        self.vfs = vfs
        self.synchronous = synchronous
        self.logPagesMax = logPagesMax
    }
}
