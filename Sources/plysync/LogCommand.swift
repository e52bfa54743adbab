import ArgumentParser
import Audit
import Catalog
import Events
import Foundation
import HTTP
import JSON
import JournalStore
import NetworkTransport
import Settings

/// The audit trail.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show the audit trail: every event, one a line.",
        discussion: """
            Each line has the event's number, its time in UTC, its kind, what it is about, what happened, \
            and in brackets the numbers of the events that it follows from.

            A subject is sku:AMZN-US-B07X8Z63ZL, asin:US/B07X8Z63ZL, picture:71abc, or a bare SKU or ASIN, \
            which finds the item and its product. A time is 2026-03-01T08:30:00Z or a date.

            Examples:  plysync log --subject B07X8Z63ZL
                       plysync log --kind AttributesSet --since 2026-03-01 --json
            """)

    @Option(help: "Only events of this run, as `plysync runs` shows it.")
    var run: String?
    @Option(help: "Only events about this subject.")
    var subject: String?
    @Option(help: "Only events of this kind, such as ProductCreated.")
    var kind: String?
    @Option(help: "Only events from this time on.")
    var since: String?
    @Option(help: "Only events up to this time.")
    var until: String?
    @Flag(help: "Go on with new events until stopped with Ctrl-C.")
    var follow = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let reader = try OpenedJournal.reader(configuration)
        let selection = try selection(configuration, reader)
        if follow { for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(130) } } }
        var output = LineOutput(isJSON: common.json)
        var position = try show(selection, behind: 0, reader, &output)
        guard follow else {
            if output.isEmpty { Console.note("No event fits.") }
            return
        }
        let clock = SystemClock()
        while !Task.isCancelled, Console.takesResults {
            try await clock.sleep(for: .milliseconds(500))
            let head = try OpenedJournal.asking { () throws(JournalError) in
                try reader.head().sequence
            }
            if head > position {
                position = try show(selection, behind: position, reader, &output)
            }
        }
    }

    private func selection(
        _ configuration: Configuration, _ reader: JournalReader
    ) throws -> LogSelection {
        var selection = LogSelection()
        selection.run = try run.map { try Self.run($0, in: reader) }
        selection.subjects = subject.map {
            SubjectArgument($0, settings: configuration.planning).subjects
        }
        selection.kind = try kind.map { try Self.kind($0, in: reader) }
        selection.since = try since.map { try TimeArgument.first($0, flag: "--since") }
        selection.until = try until.map { try TimeArgument.last($0, flag: "--until") }
        return selection
    }

    private static func run(_ text: String, in reader: JournalReader) throws -> RunID {
        let run = RunID(text: text)
        let last = try OpenedJournal.asking { () throws(JournalError) in
            try reader.lastSequence(of: run)
        }
        guard last != nil else {
            throw CommandFailure(
                "the journal knows no run \"\(text.prefix(60))\"",
                hint: "`plysync runs` lists the runs")
        }
        return run
    }

    /// A kind that this program knows, in its right spelling, or one that the journal has: a newer
    /// program may have written it.
    private static func kind(_ text: String, in reader: JournalReader) throws -> String {
        let names = EventKinds.all.map { $0.kind }
        if let name = names.first(where: { $0.lowercased() == text.lowercased() }) { return name }
        var isThere = false
        try OpenedJournal.asking { () throws(JournalError) in
            try reader.scan(kinds: [text]) { (_: borrowing ScannedRecord) in isThere = true }
        }
        guard isThere else {
            throw CommandFailure(
                "there is no kind of event \"\(text.prefix(60))\"",
                hint: "Kinds are \(names.joined(separator: ", "))")
        }
        return text
    }

    /// Prints what is behind a number, and answers how far it looked.
    private func show(
        _ selection: LogSelection, behind position: Int, _ reader: JournalReader,
        _ output: inout LineOutput
    ) throws -> Int {
        defer { output.flush() }
        return try OpenedJournal.asking { () throws(JournalError) in
            try selection.events(behind: position, in: reader) { record in
                output.add(common.json ? record.json.text : EventText.line(record))
            }
        }
    }
}

/// Lines that are written many at a time.
private struct LineOutput {
    private let isJSON: Bool
    private var text = ""
    private(set) var isEmpty = true

    init(isJSON: Bool) { self.isJSON = isJSON }

    mutating func add(_ line: String) {
        isEmpty = false
        if !text.isEmpty { text += "\n" }
        text += line
        if text.utf8.count > 1 << 16 { flush() }
    }

    mutating func flush() {
        guard !text.isEmpty else { return }
        if isJSON { Console.documents(text) } else { Console.result(text) }
        text = ""
    }
}
