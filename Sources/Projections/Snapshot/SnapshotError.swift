/// Why bytes are not the snapshot that is wanted; the state is then replayed instead.
package enum SnapshotError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes do not begin like a snapshot.
    case notASnapshot
    /// A program with other projections or another encoding made it.
    case otherVersion(Int)
    case otherJournal
    /// Its bytes are not those that were written; `what` says where that shows.
    case damaged(what: String)

    package var description: String {
        switch self {
        case .notASnapshot: "it is no snapshot"
        case .otherVersion(let version):
            "it is of version \(version), and this program's are of \(ProjectedState.version)"
        case .otherJournal: "it is of another journal"
        case .damaged(let what): "it is damaged: \(what)"
        }
    }
}
