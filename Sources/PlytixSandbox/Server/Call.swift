import Catalog
import HTTP
import JSON

/// A request as the handlers see it: admitted, its path and body read.
struct Call: Sendable {
    let version: APIVersion
    let settings: SandboxedPlytix.Configuration
    let now: Instant
    let target: RequestTarget
    let contentType: String
    let bytes: [UInt8]
    /// The body, where it is a JSON object.
    let body: JSONObject
    /// The variable parts of the path, by the names in the route's pattern.
    let parameters: [String: String]
    /// What came of fetching the URL of an upload.
    var file: FetchedFile?

    subscript(parameter: String) -> String { parameters[parameter] ?? "" }

    func has(_ quirk: Quirk) -> Bool { settings.has(quirk) }
}
