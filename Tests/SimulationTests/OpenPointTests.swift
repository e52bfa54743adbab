import Foundation
import PlytixSandbox
import Testing

/// Every open point has a switch, or a reason why the engine does not meet it.
@Suite struct `The list of doubts` {
    private static let document = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent()
            .appendingPathComponent("shared/reference/plytix-unknowns.md")
    }()
    private static let isChecked =
        FileManager.default.fileExists(atPath: document.path)
        || ProcessInfo.processInfo.environment["CI"] != nil

    @Test(.enabled(if: isChecked, "../shared/reference/plytix-unknowns.md is not there"))
    func `has every chapter of the document, and no other`() throws {
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let chapters = text.split(separator: "\n").compactMap { line -> Int? in
            guard line.hasPrefix("## ") else { return nil }
            return Int(line.dropFirst(3).prefix { $0 != "." })
        }
        #expect(chapters.count > 30)
        #expect(Set(OpenPoint.all.map(\.number)) == Set(chapters))
    }

    @Test func `has every switch of the sandbox`() {
        let listed = Set(OpenPoint.all.flatMap(\.switches))
        for quirk in Quirk.allCases {
            #expect(listed.contains(quirk), "\(quirk.rawValue) stands for no doubt")
        }
    }

    @Test func `has a switch or a reason for each part, and each part once`() {
        for point in OpenPoint.all {
            #expect(point.switches.isEmpty != (point.reason == nil), "\(point)")
            #expect((point.reason ?? "none is needed").count > 10, "\(point)")
        }
        #expect(Set(OpenPoint.all.map(\.description)).count == OpenPoint.all.count)
    }
}
