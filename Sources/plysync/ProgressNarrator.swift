import Catalog
import Delivery
import Export
import HTTP
import NetworkTransport
import Planning
import Sync
import Synchronization

/// Tells on standard error how a run goes on: a bar that moves on a terminal, a line now and then
/// elsewhere.
final class ProgressNarrator: Narrator {
    private let isPlain: Bool
    private let clock: any WallClock
    private let state: Mutex<ProgressLine>

    init(isPlain: Bool) {
        self.isPlain = isPlain
        let clock = SystemClock()
        self.clock = clock
        state = Mutex(ProgressLine(isPlain: isPlain, start: clock.now))
    }

    func tell(_ news: RunNews) {
        let now = clock.now
        let columns = isPlain ? .max : Console.columns
        // Written under the lock, so that lines of two tasks do not run into each other.
        state.withLock { line in
            line.columns = columns
            switch news {
            case .step(let text): Self.write(line.begin(text, at: now))
            case .exporting(let progress):
                Self.write(
                    line.advance(
                        "Reading from Amazon", unit: "items", progress.seen,
                        of: progress.announced, at: now))
            case .delivering(let progress):
                Self.write(
                    line.advance(
                        progress.stage.activity, unit: "requests", progress.finished,
                        of: progress.total, at: now))
            case .waiting(let wait):
                let left = DurationText.rough(wait.until - now)
                Self.write(
                    line.note(
                        "Waiting until \(wait.until.shortDescription) (\(left)) for "
                            + "\(Self.name(of: wait.bucket)): \(wait.why). "
                            + "Stopping now loses nothing."))
            case .warning(let text): Self.write(line.note(text))
            }
        }
    }

    /// Takes the bar off the terminal, so that results stand alone.
    func finish() { state.withLock { Self.write($0.clear()) } }

    /// The system of a quota, as people call it.
    private static func name(of bucket: String) -> String {
        ["Plytix", "Amazon"].first { bucket.hasPrefix($0.lowercased()) } ?? bucket
    }

    private static func write(_ text: String) {
        if !text.isEmpty { Console.progress(text) }
    }
}

/// What stands on standard error, and what comes next: a value that returns what to write.
struct ProgressLine {
    private let isPlain: Bool
    private var activity = ""
    private var began: Instant
    private var shown: Instant
    private var isBarThere = false
    /// Of the terminal, which may change its size at any time.
    var columns = 80

    /// A bar moves at most so often, and a plain line comes at most so often.
    private static let barPause = Duration.milliseconds(100)
    private static let linePause = Duration.seconds(10)
    private static let barWidth = 24

    init(isPlain: Bool, start: Instant) {
        self.isPlain = isPlain
        began = start
        shown = start
    }

    /// A part of the run that has no number of its own.
    mutating func begin(_ text: String, at now: Instant) -> String {
        activity = ""
        shown = now
        let erased = clear()
        guard !isPlain else { return "\(printable(text)) ...\n" }
        isBarThere = true
        return erased + onOneLine("\(printable(text)) ...")
    }

    mutating func advance(
        _ activity: String, unit: String, _ finished: Int, of total: Int?, at now: Instant
    ) -> String {
        let isNew = activity != self.activity
        if isNew {
            self.activity = activity
            began = now
        }
        let isEnd = finished == total
        let pause = isPlain ? Self.linePause : Self.barPause
        // On a terminal the first and the last step always show; a log gets no line for each stage
        // that is over before one is due.
        guard now - shown >= pause || !isPlain && (isNew || isEnd) else { return "" }
        shown = now
        let text = self.text(finished, total, unit, at: now)
        guard !isPlain else { return text + "\n" }
        let erased = clear()
        isBarThere = true
        return erased + onOneLine(text)
    }

    /// A line that wraps could not be taken off the terminal again; in the last column some begin
    /// the next line.
    private func onOneLine(_ text: String) -> String { fitting(text, columns: columns - 1) }

    /// A line that stays.
    mutating func note(_ text: String) -> String { clear() + printable(text) + "\n" }

    mutating func clear() -> String {
        defer { isBarThere = false }
        return isBarThere ? "\r\u{1B}[2K" : ""
    }

    private func text(_ finished: Int, _ total: Int?, _ unit: String, at now: Instant) -> String {
        let seconds = (now - began).inSeconds
        let rate = seconds >= 0.5 ? Double(finished) / seconds : nil
        var parts = [rate.map { "\(Self.number($0)) \(unit) a second" }]
        guard let total, total > 0 else {
            return ([activity + ": \(finished) \(unit)"] + parts.compactMap { $0 })
                .joined(separator: ", ")
        }
        if let rate, rate > 0, finished < total {
            parts.append("\(DurationText.rough(.seconds(Double(total - finished) / rate))) left")
        }
        let count = "\(finished) of \(total) \(unit)"
        let filled = min(Self.barWidth, Self.barWidth * finished / total)
        let bar =
            isPlain
            ? ""
            : "[" + String(repeating: "#", count: filled)
                + String(repeating: ".", count: Self.barWidth - filled) + "] "
        let numbers = ([count] + parts.compactMap { $0 }).joined(separator: ", ")
        // The numbers say more than the bar, where there is no room for both.
        let hasRoom = activity.count + 2 + bar.count + numbers.count < columns
        return "\(activity): \(hasRoom ? bar : "")\(numbers)"
    }

    private static func number(_ value: Double) -> String {
        value >= 10 ? String(Int(value.rounded())) : String((value * 10).rounded() / 10)
    }
}

/// Durations as people say them.
enum DurationText {
    static func rough(_ duration: Duration) -> String {
        let seconds = max(0, Int(duration.inSeconds.rounded(.up)))
        switch seconds {
        case ..<120: return "\(seconds) s"
        case ..<7200: return "\((seconds + 30) / 60) min"
        default: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        }
    }
}

extension Plan.Name {
    /// What is done in the stage, for a progress bar.
    var activity: String {
        switch self {
        case .schema: "Creating definitions"
        case .family: "Creating the family"
        case .stubs: "Creating stubs of canonical products"
        case .assets: "Uploading pictures"
        case .products: "Writing products"
        case .families: "Assigning the family"
        case .galleries: "Filling galleries"
        case .links: "Linking products"
        }
    }
}
