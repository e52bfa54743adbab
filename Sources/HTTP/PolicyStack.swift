/// The policies in their order around a transport: what operations send their calls by.
package struct PolicyStack: Sendable {
    private let policies: [any Policy]
    private let transport: any Transport

    /// The first policy is the outermost: it sees a call first and its answer last.
    package init(_ policies: [any Policy], transport: any Transport) {
        self.policies = policies
        self.transport = transport
    }

    /// Sends a call through all policies and gives whatever answer came, of any status.
    package func send(_ call: Call) async throws(APIError) -> Response {
        try await send(call, from: 0)
    }

    private func send(_ call: Call, from index: Int) async throws(APIError) -> Response {
        guard policies.indices.contains(index) else { return try await transmit(call) }
        return try await policies[index].send(call) { call async throws(APIError) in
            try await send(call, from: index + 1)
        }
    }

    private func transmit(_ call: Call) async throws(APIError) -> Response {
        do throws(TransportError) {
            return try await transport.send(call.request)
        } catch {
            throw .noAnswer(error, operation: call.operation.name)
        }
    }
}
