import Synchronization

/// The exit status that a run decides on.
final class ExitStatusBox: Sendable {
    private let status = Mutex<Int32>(0)
    var value: Int32 {
        get { status.withLock { $0 } }
        set { status.withLock { $0 = newValue } }
    }
}
