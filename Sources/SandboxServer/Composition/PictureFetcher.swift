internal import AmazonSandbox
internal import Catalog
internal import HTTP
internal import HTTPTypes
internal import PlytixSandbox
internal import SandboxFaults
internal import Synchronization

/// Gives Plytix the files that it is told to fetch: Amazon's pictures, and files of its own assets;
/// every other host is unreachable.
final class PictureFetcher: Sendable {
    private let baseURL: String
    private let amazon: SandboxedAmazon
    private let plytix = Mutex(WeakPlytix())

    // Weak, since the sandbox keeps the fetcher.
    private struct WeakPlytix: Sendable {
        weak var value: SandboxedPlytix?
    }

    init(baseURL: String, amazon: SandboxedAmazon) {
        self.baseURL = baseURL
        self.amazon = amazon
    }

    /// Tells whose asset files there are, once there is somebody.
    func serve(filesOf sandbox: SandboxedPlytix) {
        plytix.withLock { $0.value = sandbox }
    }

    func fetch(_ url: String) -> FetchedFile {
        let target = RequestTarget(url)
        if target.authority == RequestTarget(baseURL).authority,
            SandboxSystem(path: target.components) == .plytix
        {
            return assetFile(url)
        }
        switch amazon.picture(at: url) {
        case .found(let bytes, let contentType):
            return .file(bytes: bytes, contentType: contentType)
        case .notFound: return .status(404)
        case .unknownHost: return .unreachable
        }
    }

    private func assetFile(_ url: String) -> FetchedFile {
        guard let sandbox = plytix.withLock({ $0.value }) else { return .unreachable }
        // Files do not depend on the time.
        let response = sandbox.respond(to: Request(.get, url), at: Instant(seconds: 0))
        guard response.status == 200 else { return .status(response.status) }
        return .file(bytes: response.body, contentType: response.headers[.contentType] ?? "")
    }
}
