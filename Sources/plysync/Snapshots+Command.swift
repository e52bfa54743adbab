import Foundation
import Sync

/// How commands deal with the snapshots beside journals.
extension Snapshots {
    /// Kept, and told about on standard error where `PLYSYNC_DEBUG` is set: they are nobody's
    /// business else.
    static func ofCommand(_ use: Use = .kept) -> Snapshots {
        guard ProcessInfo.processInfo.environment["PLYSYNC_DEBUG"].map({ !$0.isEmpty }) == true
        else { return Snapshots(use) }
        return Snapshots(use) { Console.note($0) }
    }
}
