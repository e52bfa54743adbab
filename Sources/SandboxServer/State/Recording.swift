internal import JSON

/// A state file, read: what was done to the accounts, start by start.
///
/// Accounts follow from what was asked of them, so that the requests that changed them are all
/// there is to keep; the next start asks for the same again, at the times at which it happened.
package struct Recording: Sendable {
    /// What the accounts' ids follow from.
    package let accountSeed: UInt64
    /// The seed that the sandbox was started with.
    let seed: UInt64
    var starts: [Start] = []

    struct Start: Sendable {
        /// What everything was served under.
        let baseURL: String
        var requests: [RecordedRequest] = []
    }

    /// Reads the lines of a file, whose path is for messages; nil for a file without lines.
    package init?(lines: [String], path: String) throws(SandboxError) {
        guard let first = lines.first else { return nil }
        guard let header = try? JSONValue(parsing: first), header["format"] == Self.format,
            let accountSeed = header["account_seed"].string.flatMap({ UInt64($0) }),
            let seed = header["seed"].string.flatMap({ UInt64($0) })
        else {
            throw .badState(path: path, reason: "it is not a file that a sandbox wrote")
        }
        self.accountSeed = accountSeed
        self.seed = seed
        for (number, line) in lines.enumerated().dropFirst() {
            guard let json = try? JSONValue(parsing: line), take(json) else {
                throw .badState(path: path, reason: "line \(number + 1) cannot be read")
            }
        }
    }

    private mutating func take(_ json: JSONValue) -> Bool {
        if let baseURL = json["base_url"].string {
            starts.append(Start(baseURL: baseURL))
            return true
        }
        guard let request = RecordedRequest(json: json), !starts.isEmpty else { return false }
        starts[starts.count - 1].requests.append(request)
        return true
    }

    private static let format: JSONValue = "plysync sandbox state 1"

    /// The first line of a file; numbers of 64 bits are texts, since not every reader has them.
    package static func header(seed: UInt64, accountSeed: UInt64) -> String {
        let header: JSONValue = [
            "format": format, "seed": JSONValue(String(seed)),
            "account_seed": JSONValue(String(accountSeed)),
        ]
        return header.text
    }

    /// The line with which each start begins.
    package static func start(baseURL: String) -> String {
        let start: JSONValue = ["base_url": JSONValue(baseURL)]
        return start.text
    }
}
