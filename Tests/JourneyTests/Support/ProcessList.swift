import Foundation

/// What anybody on the machine may see of a process.
enum ProcessList {
    /// The command lines of a process and of all that it started, itself first.
    static func commandLines(of pid: Int32) -> [String] {
        let children = all.filter { parent(of: $0) == pid }
        return [commandLine(of: pid)] + children.flatMap { commandLines(of: $0) }
    }

    private static var all: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }
    }

    private static func commandLine(of pid: Int32) -> String {
        read(pid, "cmdline").split(separator: "\0").joined(separator: " ")
    }

    /// The fourth word of the state; the second is a name in brackets that may hold anything.
    private static func parent(of pid: Int32) -> Int32? {
        let words = read(pid, "stat").split(separator: ")").last?.split(separator: " ") ?? []
        return words.count > 1 ? Int32(words[1]) : nil
    }

    private static func read(_ pid: Int32, _ file: String) -> String {
        let bytes = FileManager.default.contents(atPath: "/proc/\(pid)/\(file)") ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
