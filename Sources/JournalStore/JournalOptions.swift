// What a journal takes from the world around it.

package import Catalog

/// Clock, chance and the name of the process that opens a journal for writing.
package struct JournalOptions: Sendable {
    /// Read once a commit.
    package var now: @Sendable () -> Instant
    /// Gives so many random bytes; asked once, when a journal is created.
    package var randomBytes: @Sendable (Int) -> [UInt8]
    /// What the lock file tells others about us.
    package var process: LockHolder.Process
    /// How long SQLite waits for a lock of another tool on the file.
    package var busyTimeout: Duration
    /// How the file is kept.
    package var storage: JournalStorage
    /// Told of each commit before it begins and after it ended, on the task that makes it; for
    /// simulations of crashes, and nil everywhere else.
    package var onCommit: (@Sendable (CommitMoment) -> Void)?
    /// Asked before each commit; its error comes in the commit's place and nothing is written.
    ///
    /// For simulations: a disk that is full, a process that is no more.
    package var refusal: @Sendable () -> JournalError?

    package init(
        now: @escaping @Sendable () -> Instant, randomBytes: @escaping @Sendable (Int) -> [UInt8],
        process: LockHolder.Process, busyTimeout: Duration = .seconds(5),
        storage: JournalStorage = JournalStorage(),
        onCommit: (@Sendable (CommitMoment) -> Void)? = nil,
        refusal: @escaping @Sendable () -> JournalError? = { nil }
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.process = process
        self.busyTimeout = busyTimeout
        self.storage = storage
        self.onCommit = onCommit
        self.refusal = refusal
    }
}

/// The two sides of a commit: a process that dies between them leaves all of it or nothing.
package enum CommitMoment: Sendable {
    case begins
    case ended
}
