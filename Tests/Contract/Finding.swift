/// One thing in which an exchange differs from the specification.
package struct Finding: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable {
        case request, response
    }

    package let side: Side
    /// Method and path template: `GET /api/v1/products/{product_id}`.
    package let operation: String
    /// Of the answer.
    package let status: Int
    /// Where: `body/data/*/thumbnail`, `query/pageSize`, `header/content-type`, `status`.
    package let place: String
    /// The keyword or rule that it breaks: `type`, `enum`, `undocumented`.
    package let rule: String
    /// What was found instead.
    package let detail: String

    package init(
        _ side: Side, _ operation: String, _ status: Int, _ place: String, _ rule: String,
        _ detail: String
    ) {
        self.side = side
        self.operation = operation
        self.status = status
        self.place = place
        self.rule = rule
        self.detail = detail
    }
}

extension Finding: CustomStringConvertible {
    package var description: String {
        "\(operation) \(status), \(side.rawValue), \(place): \(rule): \(detail)"
    }
}
