#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif
internal import HTTP
internal import HTTPTypes
internal import JSON
internal import Synchronization

/// A file that keeps what a sandbox was asked and answered, a line of JSON each, for whoever wants
/// to hold it against something.
///
/// It has what the sandbox itself said, before any fault, and the sandbox's tokens.
final class TrafficFile: Sendable {
    private let file: Mutex<SystemFile>

    /// Begins the file anew.
    init(_ path: String) throws(SandboxError) {
        file = Mutex(try SystemFile(path, flags: O_WRONLY | O_CREAT | O_TRUNC | O_APPEND))
    }

    /// Keeps everything from now on; `onFailure` is told when it cannot.
    func watch(onFailure: @escaping @Sendable (SandboxError) -> Void) {
        Onlooker.add { request, response in
            let line = Self.line(request, response).bytes + [0x0A]
            do throws(SandboxError) {
                try self.write(line)
            } catch {
                onFailure(error)
            }
        }
    }

    private func write(_ line: [UInt8]) throws(SandboxError) {
        try file.withLock { file throws(SandboxError) in try file.write(line) }
    }

    private static func line(_ request: Request, _ response: Response) -> JSONValue {
        [
            "method": .string(request.method.rawValue), "url": .string(request.url),
            "request_headers": headers(request.headers),
            "request_body": text(request.body),
            "status": JSONValue(response.status), "headers": headers(response.headers),
            "body": text(response.body),
        ]
    }

    private static func headers(_ fields: HTTPFields) -> JSONValue {
        .object(JSONObject(fields.map { ($0.name.rawName, .string($0.value)) }))
    }

    /// Null for what is no text, such as a picture.
    private static func text(_ bytes: [UInt8]) -> JSONValue {
        String(validating: bytes, as: UTF8.self).map { .string($0) } ?? .null
    }
}
