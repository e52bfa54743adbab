import Foundation

/// The executable under test: the one that was built with these tests.
enum Program {
    static func url() throws -> URL {
        let places = [besideTests, inRepository]
        guard let found = places.first(where: { isExecutable($0) }) else {
            throw JourneyError(
                "there is no executable at \(places.map(\.path).joined(separator: " nor at ")): "
                    + "run `swift build --product plysync` first")
        }
        return found
    }

    private static var besideTests: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("plysync")
    }

    private static var inRepository: URL {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appendingPathComponent(".build/debug/plysync")
    }

    private static func isExecutable(_ url: URL) -> Bool {
        FileManager.default.isExecutableFile(atPath: url.path)
    }
}

/// What kept a journey from being made, as a sentence.
struct JourneyError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
