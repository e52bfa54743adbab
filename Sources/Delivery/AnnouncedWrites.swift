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
        guard let announce = WriteAnnouncer.current else {
            throw .invalid(
                operation: call.operation.name, reason: "a write must be announced before it leaves"
            )
        }
        try await announce(call.request)
        return try await next(call)
    }
}

/// What is called with each write of a task just before it leaves.
package enum WriteAnnouncer {
    package typealias Announce = @Sendable (Request) async throws(APIError) -> Void
    @TaskLocal package static var current: Announce?
}
