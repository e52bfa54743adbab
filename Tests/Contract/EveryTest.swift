package import HTTP
import HTTPTypes
import Synchronization
import Testing

/// Looks at every answer that a sandbox gives in any test, and records an issue with the test
/// that asked for it.
///
/// It is put in place when the process of the tests is loaded, before the first of them, so that
/// no suite has to remember it.
enum EveryTest {
    private static let seen = Mutex<Set<Int>>([])

    static func watch() {
        Onlooker.add { request, response in
            guard let published = PublishedSpecifications.shared,
                isNew(request, response)
            else { return }
            for finding in published.uncovered(request, response) {
                Issue.record("not as published: \(finding)")
            }
        }
    }

    /// Whole runs repeat the same answers many times over: each is looked at once.
    private static func isNew(_ request: Request, _ response: Response) -> Bool {
        var hasher = Hasher()
        hasher.combine(request.method)
        hasher.combine(request.url)
        // Tokens and dates differ from run to run, and say nothing of the form.
        hasher.combine(request.headers.map(\.name))
        hasher.combine(request.headers[.userAgent])
        hasher.combine(response.status)
        hasher.combine(response.headers.map(\.name))
        hasher.combine(response.headers[.contentType])
        for body in [request.body, response.body] {
            body.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
        let value = hasher.finalize()
        return seen.withLock { $0.insert(value).inserted }
    }
}

extension PublishedSpecifications {
    /// Findings that no known contradiction explains.
    package func uncovered(_ request: Request, _ response: Response) -> [Finding] {
        findings(request, response).filter { finding in
            !Contradiction.all.contains { $0.covers(finding) }
        }
    }
}

#if os(Linux)
@section(".init_array")
@used
private let watching: @convention(c) () -> Void = { EveryTest.watch() }
#else
@section("__DATA,__mod_init_func")
@used
private let watching: @convention(c) () -> Void = { EveryTest.watch() }
#endif
