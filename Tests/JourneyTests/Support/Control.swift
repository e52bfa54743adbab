import Foundation
import FoundationNetworking
import JSON
import Synchronization

/// The control interface of a sandbox.
struct Control {
    let url: String

    private static let session = URLSession(configuration: .ephemeral)

    /// A whole account.
    func account(_ target: String = "default") throws -> Account {
        Account(try get("state?target=\(target)"), servedFrom: url.replacing("/control", with: ""))
    }

    func requests() throws -> Requests { Requests(try get("requests")) }

    /// Puts a fault plan in force; nil ends the one that is.
    func fault(_ rules: JSONValue...) throws {
        _ = try ask("faults", body: (["faults": .array(rules)] as JSONValue).bytes)
    }

    private func get(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: try ask(path, body: nil))
    }

    private func ask(_ path: String, body: [UInt8]?) throws -> [UInt8] {
        guard let address = URL(string: "\(url)/\(path)") else {
            throw JourneyError("\(url)/\(path) is no address")
        }
        var request = URLRequest(url: address, timeoutInterval: 30)
        request.httpMethod = body == nil ? "GET" : "POST"
        request.httpBody = body.map { Data($0) }
        let answer = Mutex<Result<[UInt8], JourneyError>?>(nil)
        let end = DispatchSemaphore(value: 0)
        let task = Self.session.dataTask(with: request) { data, response, error in
            let status = (response as? HTTPURLResponse)?.statusCode
            let bytes = data.map { [UInt8]($0) } ?? []
            answer.withLock {
                $0 =
                    status == 200
                    ? .success(bytes)
                    : .failure(
                        JourneyError(
                            "the sandbox answers \(status ?? 0) to \(path): "
                                + String(decoding: bytes, as: UTF8.self)
                                + (error.map { "\($0)" } ?? "")))
            }
            end.signal()
        }
        task.resume()
        end.wait()
        guard let result = answer.withLock({ $0 }) else {
            throw JourneyError("the sandbox does not answer to \(path)")
        }
        return try result.get()
    }
}

/// What a sandbox counted since its start.
struct Requests: Equatable {
    let total: Int
    let writes: Int
    /// Of both operations and systems, by their names.
    private let counts: [String: Int]

    init(_ json: JSONValue) {
        total = json["requests"].int ?? 0
        writes = json["writes"].int ?? 0
        var counts: [String: Int] = [:]
        for row in json["counts"].elements {
            let count = row["count"].int ?? 0
            for key in [row["system"].string, row["operation"].string].compactMap(\.self) {
                counts[key, default: 0] += count
            }
        }
        self.counts = counts
    }

    /// Requests of an operation or a system.
    func count(_ name: String) -> Int { counts[name] ?? 0 }
}
