import Foundation
package import HTTP
import HTTPTypes
import JSON

/// What Amazon and Plytix published about their interfaces, as far as it is at hand.
///
/// The documents are the vendors', and so not part of this repository: they are looked for beside
/// it, in `../shared/reference/openapi`.
package struct PublishedSpecifications: Sendable {
    package let amazon: Specification
    /// Versions 1 and 2, and the tokens.
    package let plytix: Specification
    /// Read, and not spoken by the sandbox or the client.
    package let plytixVersion3: Specification

    /// Nil where the documents are not at hand, or cannot be read: `fault` says why.
    package static let shared: PublishedSpecifications? = try? loaded.get()
    package static let fault: String? =
        switch loaded {
        case .success: nil
        case .failure(let error): "\(error)"
        }

    private static let loaded = Result { try PublishedSpecifications(folder: folder) }

    /// Whether the folder is there at all.
    package static var areAtHand: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// Whether a check that is left out must count as a failure.
    package static var areDemanded: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

    /// `../shared/reference/openapi` from the root of the repository.
    private static var folder: URL {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent()
            .appendingPathComponent("shared/reference/openapi")
    }

    private init(folder: URL) throws {
        func read(_ file: String) throws -> Specification {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
            return try Specification(try JSONValue(parsing: bytes), name: file)
        }
        amazon = try read("spapi-catalogItems_2022-04-01.json")
        plytix = try read("plytix-v1v2.json")
        plytixVersion3 = try read("plytix-v3.json")
    }

    /// The JSON of one of the documents, for tests that look at its examples.
    package static func document(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// What an exchange breaks; nothing for addresses that no specification speaks of, such as
    /// those of pictures and of Amazon's tokens.
    ///
    /// Requests are held against it only when they are ours: some tests send wrong ones on purpose.
    package func findings(_ request: Request, _ response: Response) -> [Finding] {
        let target = RequestTarget(request.url)
        guard let specification = specification(of: target.components) else { return [] }
        let method = request.method.rawValue
        guard let found = specification.operation(method, target.components) else {
            if ResponseCheck.isAllowedEverywhere(response.status) { return [] }
            return [
                Finding(
                    .response, "\(method) outside of /\(target.components[0])", response.status,
                    "path", "undocumented", target.path)
            ]
        }
        let answer = ResponseCheck(specification: specification, operation: found.operation)
            .findings(of: response)
        guard request.headers[.userAgent]?.hasPrefix("plysync/") == true else { return answer }
        return answer
            + RequestCheck(
                specification: specification, operation: found.operation,
                variables: found.variables, request: request, status: response.status
            ).findings()
    }

    private func specification(of path: [String]) -> Specification? {
        switch (path.first, path.dropFirst().first) {
        case ("catalog", _): amazon
        case ("api", "v1"), ("api", "v2"): plytix
        case ("auth", "api"): plytix
        default: nil
        }
    }
}
