import JSON

/// Takes a success whose body is not whole JSON for no answer: it was cut on its way, or it comes
/// from something between us and the server.
///
/// A safe request is then repeated like any other that got lost; of a write it is known that it may
/// have been carried out.
package struct WholeAnswerPolicy: Policy {
    package init() {}

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        let response = try await next(call)
        guard (200..<300).contains(response.status), !response.body.isEmpty,
            let reason = Self.fault(in: response.body)
        else { return response }
        let host = RequestTarget(call.request.url).authority
        throw .noAnswer(
            .lost(host: host, reason: "the answer is \(reason)"), operation: call.operation.name)
    }

    private static func fault(in body: [UInt8]) -> String? {
        do throws(JSONError) {
            try JSONReader.read(body) { json throws(JSONError) in try json.skip() }
            return nil
        } catch {
            return error.description
        }
    }
}
