import HTTPTypes

extension HTTPField.Name {
    static let accessToken = named("x-amz-access-token")
    static let rateLimit = named("x-amzn-RateLimit-Limit")
    static let requestID = named("x-amzn-RequestId")
    static let errorType = named("x-amzn-ErrorType")
    static let pragma = named("Pragma")

    private static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else {
            preconditionFailure("\(text) cannot be a header's name")
        }
        return name
    }
}
