package import HTTP

/// No write leaves unannounced: the last policy before the transport calls the announcer of the
/// task with each attempt, and an attempt leaves only after its announcer returned.
///
/// So the intent is on disk before the request leaves, after all waiting for quotas is done, with
/// exactly the bytes that are sent.
package struct AnnouncedWritesPolicy: Policy {
    package init() {}

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        guard call.operation.isWrite else { return try await next(call) }
        guard let announcer = WriteAnnouncer.current else {
            throw .invalid(
                operation: call.operation.name, reason: "a write must be announced before it leaves"
            )
        }
        try await announcer.announce(call.request)
        defer { announcer.answered() }
        return try await next(call)
    }
}

/// What is called with each write of a task just before it leaves.
///
/// A struct around the closure: the compiler's optimiser (Swift 6.3.1) gives a task-local value that
/// is itself a function with a typed error no metadata, and the program dies at its first use.
package struct WriteAnnouncer: Sendable {
    package typealias Announce = @Sendable (Request) async throws(APIError) -> Void
    @TaskLocal package static var current: WriteAnnouncer?

    let announce: Announce
    /// Called when an announced write was answered, or its answer is waited for no longer.
    let answered: @Sendable () -> Void

    package init(
        _ announce: @escaping Announce, answered: @escaping @Sendable () -> Void = {}
    ) {
        self.announce = announce
        self.answered = answered
    }
}
