import JournalStore
import Sync

/// What came of killing a run at its boundaries.
package struct CrashReport: Sendable {
    /// What an undisturbed run leaves.
    package let expected: WorldStanding
    /// N: the boundaries of the undisturbed run.
    package internal(set) var pointCount = 0
    /// How many runs were killed, once or more often, and went on.
    package private(set) var continuedCount = 0
    /// Of those, how many died last at each kind of boundary.
    package private(set) var countByMoment: [CrashPoint.Moment: Int] = [:]
    package private(set) var findings: [Finding] = []

    /// A run that went on to another end than the undisturbed one.
    package struct Finding: Sendable, CustomStringConvertible {
        /// Where it was killed, in order; empty for the undisturbed run.
        package let path: [CrashPoint]
        package let problems: [String]

        package var description: String {
            let killed = path.map(\.description).joined(separator: ", then at ")
            return "killed at \(killed): \(problems.joined(separator: "; "))"
        }
    }

    init(expected: WorldStanding) { self.expected = expected }

    /// Judges a world in which the run came to its end.
    mutating func continued(
        _ path: [CrashPoint], by run: RunReport, _ standing: WorldStanding,
        _ world: SimulatedWorld
    ) {
        if let last = path.last {
            continuedCount += 1
            countByMoment[last.moment, default: 0] += 1
        }
        var problems = standing.differences(from: expected)
        problems += standing.duplicates.map { "\($0) is there twice" }
        if let stop = run.stop { problems.append("it stopped: \(stop)") }
        do throws(JournalError) {
            let verified = try world.journal.reader().verify()
            if !verified.isValid { problems.append("the journal is not valid") }
        } catch {
            problems.append("the journal cannot be verified: \(error)")
        }
        if !problems.isEmpty { findings.append(Finding(path: path, problems: problems)) }
    }
}
