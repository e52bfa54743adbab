import Foundation
import SandboxServer
import Testing

@Suite struct `A state file` {
    private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "plysync-state-\(UUID().uuidString)").path
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test func `loses only a last line that was half written`() throws {
        let header = Recording.header(seed: 3, accountSeed: 5)
        try withFile(header + "\n{\"base_url\": \"http://127.") { path throws in
            let file = try StateFile(path)
            #expect(file.recording?.accountSeed == 5)
            try file.append(Recording.start(baseURL: base))
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text == header + "\n" + Recording.start(baseURL: base) + "\n")
        }
    }

    @Test(arguments: ["a letter", "a letter\n", "{}\n"])
    func `of somebody else is refused and stays as it is`(text: String) throws {
        try withFile(text) { path throws in
            #expect(throws: SandboxError.self) { try StateFile(path) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func `belongs to one sandbox at a time`() throws {
        try withFile("") { path throws in
            let file = try StateFile(path)
            try file.append(Recording.header(seed: 3, accountSeed: 5))
            #expect(throws: SandboxError.badState(path: path, reason: "another sandbox uses it")) {
                try StateFile(path)
            }
            try withExtendedLifetime(file) { try file.append(Recording.start(baseURL: base)) }
        }
    }

    @Test func `may be empty`() throws {
        try withFile("") { path throws in #expect(try StateFile(path).recording == nil) }
    }
}
