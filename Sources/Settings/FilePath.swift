/// Paths as people write them.
enum FilePath {
    /// The path seen from a folder; `~/` is the home folder, if it is known.
    static func resolve(_ path: String, from folder: String, home: String?) -> String {
        if path.hasPrefix("/") { return path }
        if path.hasPrefix("~/"), let home, !home.isEmpty { return joined(home, path.dropFirst(2)) }
        return joined(folder, path.hasPrefix("./") ? path.dropFirst(2) : path[...])
    }

    /// The folder of a file, without a slash at its end.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func joined(_ folder: String, _ path: Substring) -> String {
        folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }
}
