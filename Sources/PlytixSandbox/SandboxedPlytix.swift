package import Catalog
package import HTTP
import HTTPTypes
import JSON
import Synchronization

/// A Plytix that answers from memory: the pure core behind the sandbox's HTTP server and behind
/// the in-memory transport of tests.
///
/// It reads requests and writes answers with its own JSON, never with the client's types, so
/// that it does not repeat the client's errors. Equal configurations and equal requests at equal
/// times give equal answers.
package final class SandboxedPlytix: Sendable {
    let state: Mutex<ServerState>
    private let fetch: @Sendable (String) -> FetchedFile

    /// A sandbox with these accounts.
    ///
    /// `fetch` gives the file at a URL when somebody uploads an asset by URL; it may ask this
    /// very sandbox, which serves its assets' files too.
    package init(
        accounts: [AccountConfiguration], configuration: Configuration = Configuration(),
        fetch: @escaping @Sendable (String) -> FetchedFile
    ) {
        state = Mutex(ServerState(accounts: accounts, configuration: configuration))
        self.fetch = fetch
    }

    init(_ state: ServerState, fetch: @escaping @Sendable (String) -> FetchedFile) {
        self.state = Mutex(state)
        self.fetch = fetch
    }

    /// Answers one request: the token endpoint, versions 1 and 2, and the files of assets.
    ///
    /// The host in the URL does not matter, since the real service has three of them.
    package func respond(to request: Request, at now: Instant) -> Response {
        let response = answer(to: request, at: now)
        Onlooker.show(request, response)
        return packed(response)
    }

    /// Answers of the interface packed, where that is asked for; files are left as they are.
    private func packed(_ response: Response) -> Response {
        guard !response.body.isEmpty,
            response.headers[.contentType]?.hasPrefix("application/json") == true,
            state.withLock({ $0.configuration.has(.answersGzipped) })
        else { return response }
        var packed = response
        packed.headers[.contentEncoding] = "gzip"
        packed.body = Gzip.pack(response.body)
        return packed
    }

    private func answer(to request: Request, at now: Instant) -> Response {
        let step = state.withLock { $0.begin(request, at: now) }
        switch step {
        case .done(let response): return response
        case .fetch(let url, let admission):
            // Outside of the lock: the file may be one that this sandbox serves itself.
            let file = fetch(url)
            return state.withLock { $0.finish(admission, with: file) }
        }
    }

    /// Tells under which URLs this sandbox is reached, once a server knows its port; what it
    /// answers names them in `Location` headers and in the URLs of assets.
    package func announce(baseURL: String, filesURL: String) {
        state.withLock {
            $0.configuration.baseURL = baseURL
            $0.configuration.filesURL = filesURL
        }
    }
}
