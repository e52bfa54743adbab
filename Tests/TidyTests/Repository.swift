import Foundation

/// The repository as text: what the tidy tests look at.
struct Repository {
    let root: URL

    init(file: String = #filePath) {
        root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// Swift files below a folder, by their path from the root.
    func swiftFiles(_ folder: String) throws -> [(path: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
        return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
            .map { url in
                let path = String(url.path.dropFirst(root.path.count + 1))
                return (path, try String(contentsOf: url, encoding: .utf8))
            }.sorted { $0.0 < $1.0 }
    }

    /// The names in a folder.
    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent(folder).path
        ).sorted()
    }

    /// What Package.swift says that each target of `Sources` may import, in its order.
    func declaredDependencies() throws -> [(target: String, dependencies: Set<String>)] {
        let package = try String(
            contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let products = [
            "crypto": "Crypto", "httpTypes": "HTTPTypes", "asyncHTTPClient": "AsyncHTTPClient",
            "hummingbird": "Hummingbird", "logging": "Logging", "yams": "Yams",
            "argumentParser": "ArgumentParser",
        ]
        let stage =
            /(?:stage|executableTarget)\(\s*(?:name: )?"(\w+)",\s*(?:dependencies: )?\[([^\]]*)\]/
        return package.matches(of: stage).map { match in
            let entries = match.2.split { $0 == "," || $0.isWhitespace }.map(String.init)
            let names = entries.compactMap { entry in
                entry.hasPrefix("\"") ? entry.replacing("\"", with: "") : products[entry]
            }
            return (String(match.1), Set(names))
        }
    }
}
