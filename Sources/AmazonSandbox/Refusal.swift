import HTTP
import HTTPTypes
import JSON

/// An answer that is an error in the Selling Partner API's form.
///
/// Codes and messages are those that were seen (`amazon-catalog-items.md` 2.6); where none was seen
/// for a case it is the general one of the model, never an invented one.
struct Refusal: Error, Equatable {
    let status: Int
    let code: String
    let message: String
    /// Nil where the error has none; often it is there and empty.
    var details: String? = ""
    /// What the error header says; nil for none.
    var errorType: String?

    /// The rate header is on 20x, 400 and 404 only, and nothing says when to come again (2.6).
    func response(rate: String?) -> Response {
        var error = JSONObject([("code", JSONValue(code)), ("message", JSONValue(message))])
        error["details"] = details.map { JSONValue($0) }
        var headers = HTTPFields()
        if let errorType { headers[.errorType] = errorType }
        if status == 400 || status == 404, let rate { headers[.rateLimit] = rate }
        return Response(status, headers: headers, json: ["errors": [.object(error)]])
    }

    // MARK: 400

    static func invalidInput(_ message: String, details: String? = "") -> Refusal {
        Refusal(
            status: 400, code: "InvalidInput", message: message, details: details,
            errorType: "ValidationException")
    }

    static let unparsable = invalidInput(
        "Request has missing or invalid parameters and cannot be parsed.")
    static let invalidToken = invalidInput("Invalid Input")
    static let invalidASIN = invalidInput("Invalid 'asin' provided.")
    static let invalidMarketplaces = invalidInput("Invalid 'marketplaceIds' provided.")
    static let invalidIncludedData = invalidInput("Invalid 'includedData' requested.")
    static let tooManyIdentifiers = invalidInput("Too many 'identifiers' provided")
    static let noSelection = invalidInput("Missing required 'identifiers' or 'keywords'.")
    static let vendorOnly = invalidInput(
        "FORBIDDEN",
        details: "The includedData requested requires vendor access. Remove the requested "
            + "includedData item and try again.")

    /// What the gateway says before the service is asked.
    static func missing(parameter: String) -> Refusal {
        invalidInput("Missing or invalid request parameters: [\(parameter)]", details: nil)
    }

    // MARK: 403, 404, 429

    static func accessDenied(details: String?) -> Refusal {
        Refusal(
            status: 403, code: "Unauthorized", message: "Access to requested resource is denied.",
            details: details, errorType: "AccessDeniedException")
    }

    static let missingAuthenticationToken = Refusal(
        status: 403, code: "MissingAuthenticationToken",
        message: "Access to requested resource is denied.", details: nil,
        errorType: "MissingAuthenticationTokenException")

    static func notFound(asin: String, marketplaceIDs: [String]) -> Refusal {
        Refusal(
            status: 404, code: "NOT_FOUND",
            message: "Requested item, \(asin), not found in marketplace(s) "
                + "\(marketplaceIDs.joined(separator: ",")).",
            details: nil)
    }

    static let quotaExceeded = Refusal(
        status: 429, code: "QuotaExceeded",
        message: "You exceeded your quota for the requested resource.")
}
