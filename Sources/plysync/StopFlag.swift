import Foundation
import Synchronization

/// SIGINT and SIGTERM as a flag, for work that looks at it now and then and leaves nothing behind.
enum StopFlag {
    private static let isRaised = Atomic(false)

    /// From now on the signals only raise the flag; a second one ends the process at once.
    static func watch() {
        // Made now, since a signal is no time to make anything.
        guard !isUp else { return }
        for number in [SIGINT, SIGTERM] {
            signal(number) { _ in
                if StopFlag.isRaised.exchange(true, ordering: .relaxed) { _exit(130) }
            }
        }
    }

    static var isUp: Bool { isRaised.load(ordering: .relaxed) }
}
