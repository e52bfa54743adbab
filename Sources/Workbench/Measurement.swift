import Foundation
import JSON

/// What some work took; processor time stays true on a machine that does other things too.
struct Measurement {
    private let start = ContinuousClock().now
    private let processorStart = Self.processorSeconds

    /// Prints the measurement of the work since this value was made.
    func print(events: Int) {
        let elapsed = ContinuousClock().now - start
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let result: JSONValue = [
            "events": JSONValue(events), "seconds": JSONValue(seconds),
            "processor_seconds": JSONValue(Self.processorSeconds - processorStart),
            "resident_bytes_max": JSONValue(Self.residentBytesMax),
        ]
        Swift.print(result.text)
    }

    /// Of all threads of this process.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that the process ever had.
    private static var residentBytesMax: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        // Linux counts KiB.
        return usage.ru_maxrss * 1024
    }
}
