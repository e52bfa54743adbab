package import HTTPTypes

/// Lets a call wait for its turn, and hands what its answer says of limits to the governor.
package struct GovernorPolicy: Policy {
    private let governor: Governor
    private let rateHeader: HTTPField.Name?

    /// `rateHeader` is the header in which the system names its rate per second, if it does.
    package init(_ governor: Governor, rateHeader: HTTPField.Name? = nil) {
        self.governor = governor
        self.rateHeader = rateHeader
    }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        let turn = try await governor.turn(in: call.operation.bucket)
        do throws(APIError) {
            let response = try await next(call)
            governor.finish(turn, with: .success(response))
            if let rateHeader, let text = response.headers[rateHeader], let rate = Double(text) {
                governor.learnRate(rate, of: call.operation.bucket)
            }
            return response
        } catch {
            governor.finish(turn, with: .failure(error))
            throw error
        }
    }
}
