/// Counts each request that leaves, with the status of its answer.
package struct CountingPolicy: Policy {
    private let counter: RequestCounter

    package init(_ counter: RequestCounter) { self.counter = counter }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        do throws(APIError) {
            let response = try await next(call)
            counter.count(call.operation, status: response.status)
            return response
        } catch {
            if error.mayHaveBeenApplied { counter.count(call.operation, status: nil) }
            throw error
        }
    }
}
