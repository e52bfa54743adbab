import Catalog
import Foundation
import Testing

@testable import Settings

/// A folder of configuration files, gone after the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("\(NSTemporaryDirectory())/settings-XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String, mode: Int = 0o644) throws {
        try write(Data(text.utf8), to: name, mode: mode)
    }

    func write(_ bytes: Data, to name: String, mode: Int = 0o644) throws {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: FilePath.folder(of: file), withIntermediateDirectories: true)
        try bytes.write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }

    func load(
        file: String? = nil, environment: [String: String] = [:],
        overrides: Overrides = Overrides(), now: Instant = Instant(seconds: 1_767_225_600)
    ) throws(SettingsError) -> Configuration {
        try Configuration.load(
            file: file, directory: path, environment: environment, overrides: overrides, now: now)
    }

    /// What loading says of a `plysync.yaml`; `loaded` when it says nothing.
    func complaint(
        about yaml: String, mode: Int = 0o644, environment: [String: String] = [:],
        overrides: Overrides = Overrides()
    ) throws -> String {
        try write(yaml, to: "plysync.yaml", mode: mode)
        return complaint(environment: environment, overrides: overrides)
    }

    func complaint(
        file: String? = nil, environment: [String: String] = [:],
        overrides: Overrides = Overrides()
    ) -> String {
        do {
            _ = try load(file: file, environment: environment, overrides: overrides)
            return "loaded"
        } catch {
            return error.description.replacing(path, with: "<folder>")
        }
    }
}
