import Foundation
import JSON

/// The files of the repository that events are held against.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let contract = root.appending(path: "journal/events")

    static func json(_ name: String) throws -> JSONValue {
        try JSONValue(parsing: Array(Data(contentsOf: contract.appending(path: name))))
    }
    static func example(_ kind: String, _ version: Int) throws -> JSONValue {
        try json("\(kind).v\(version).example.json")
    }

    static func contractFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: contract.path).sorted()
    }

    /// The sources of the module, by the name of their file.
    static func sources() throws -> [String: String] {
        let folder = root.appending(path: "Sources/Events")
        var sources: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            sources[file] = try String(
                contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        return sources
    }
}
