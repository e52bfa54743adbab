import Synchronization

/// Who looks on while the sandboxes of this process answer: a check against the published
/// specifications, or a file that keeps the traffic.
///
/// It stands inside of whatever injects faults, so it sees what a sandbox itself says. One for the
/// whole process, since no test and no server may be left out because somebody forgot to ask.
package enum Onlooker {
    /// Is shown each request that a sandbox served, with its answer, from any thread.
    package typealias Look = @Sendable (Request, Response) -> Void

    private static let looks = Mutex<[Look]>([])

    /// Adds one for the rest of the process.
    package static func add(_ look: @escaping Look) { looks.withLock { $0.append(look) } }

    /// Shows all of them what was served; does nothing where there are none.
    package static func show(_ request: Request, _ response: Response) {
        for look in looks.withLock(\.self) { look(request, response) }
    }
}
