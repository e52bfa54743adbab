// A disk that fails when it is told to and remembers all that was asked of it: a VFS of SQLite that
// stands on the system's own.

import CSQLite
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A VFS, registered under a name of its own for as long as this object lives.
///
/// It does not make the real disk sync: what would be lost is worked out from its history.
final class FaultyDisk: Sendable {
    /// What is done to the disk, as far as it can be made to fail.
    enum Action: CaseIterable, Sendable {
        case open, read, write, truncate, sync, delete, share
    }

    /// Which actions fail, and how.
    struct Fault: Sendable {
        enum Cause: CaseIterable, Sendable {
            case full, broken

            var code: Int32 { self == .full ? ENOSPC : EIO }
            /// A full disk can still be read, and things on it deleted.
            var actions: Set<Action> {
                self == .full ? [.open, .write, .truncate, .sync, .share] : Set(Action.allCases)
            }
        }

        let cause: Cause
        /// Counts from 1 the actions that can fail by the cause.
        let number: Int
        /// True when all that follow fail too, until the disk is mended.
        let persists: Bool
        /// Fewer than the cause lets fail, where that is of interest.
        var actions: Set<Action>?
    }

    private struct State {
        var history = DiskHistory()
        var files: [String: Int] = [:]
        var fileCount = 0
        var fault: Fault?
        var counted = 0
        var failed: [Action] = []
    }

    /// What `sqlite3_open_v2` knows it by.
    let name: String
    private let state = Mutex(State())
    /// Never changed between registration and its end.
    nonisolated(unsafe) private let vfs: UnsafeMutablePointer<sqlite3_vfs>

    init() {
        vfs = .allocate(capacity: 1)
        name = "faulty-\(UInt(bitPattern: vfs))"
        FaultyFile.prepare(vfs, name: name, disk: Unmanaged.passUnretained(self).toOpaque())
        sqlite3_vfs_register(vfs, 0)
    }

    deinit {
        sqlite3_vfs_unregister(vfs)
        free(UnsafeMutableRawPointer(mutating: vfs.pointee.zName))
        vfs.deallocate()
    }

    // MARK: For tests

    var history: DiskHistory { state.withLock { $0.history } }
    /// The actions that have failed.
    var failures: [Action] { state.withLock { $0.failed } }

    /// Makes actions fail from now on.
    func plan(_ fault: Fault) {
        state.withLock { state in
            state.fault = fault
            state.counted = 0
            state.failed = []
        }
    }
    func mend() { state.withLock { $0.fault = nil } }

    /// Notes that a caller was told that a batch is kept.
    func acknowledge(batch: Int) {
        state.withLock { $0.history.steps.append(.acknowledge(batch: batch)) }
    }

    // MARK: For the VFS

    /// The cause for which an action is to fail; nil when it is to be done.
    func failure(of action: Action) -> Fault.Cause? {
        state.withLock { state in
            guard let fault = state.fault,
                (fault.actions ?? fault.cause.actions).contains(action)
            else { return nil }
            state.counted += 1
            let fails =
                fault.persists ? state.counted >= fault.number : state.counted == fault.number
            guard fails else { return nil }
            state.failed.append(action)
            return fault.cause
        }
    }

    func note(_ step: DiskHistory.Step) { state.withLock { $0.history.steps.append(step) } }

    /// The number of the file of a name, which is made where there is none.
    func file(named name: String) -> Int {
        state.withLock { state in
            if let file = state.files[name] { return file }
            state.fileCount += 1
            state.files[name] = state.fileCount
            state.history.steps.append(.create(name, file: state.fileCount))
            return state.fileCount
        }
    }

    func noteDeletion(of name: String) {
        state.withLock { state in
            guard state.files.removeValue(forKey: name) != nil else { return }
            state.history.steps.append(.delete(name))
        }
    }
}
