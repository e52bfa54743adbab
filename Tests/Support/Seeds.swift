// Random tests run on fixed seeds, so that a failure here is a failure everywhere.

import Foundation

/// The seeds of tests with random input; a failure names its seed as the argument of the test.
package enum Seeds {
    /// The environment variable that names one seed to run instead: what a failure printed.
    package static let variable = "PLYSYNC_TEST_SEED"

    /// The seeds from 1 to `count`, or the one that the environment names.
    package static func first(_ count: Int) -> [UInt64] {
        if let text = ProcessInfo.processInfo.environment[variable], let seed = UInt64(text) {
            return [seed]
        }
        return Array(1...UInt64(count))
    }
}
