internal import Catalog
internal import HTTP
internal import HTTPTypes
internal import PlytixSandbox

extension Sandbox {
    /// Does again what was done to the accounts of a sandbox that holds nothing else yet.
    ///
    /// Throws when a request is answered otherwise than it was: the options are others.
    package func restore(_ recording: Recording, path: String) throws(SandboxError) {
        for start in recording.starts {
            for recorded in start.requests {
                let request = recorded.request(from: start.baseURL, to: baseURL)
                let status = respond(to: request, at: recorded.at).status
                guard status == recorded.status else {
                    throw .badState(
                        path: path,
                        reason: "\(recorded.method.rawValue) \(recorded.path) was answered "
                            + "\(recorded.status) and is answered \(status) now; "
                            + "start with the same catalogue, seed, quirks and speed")
                }
            }
        }
        plytix.forgetRequestCounts()
    }
}
