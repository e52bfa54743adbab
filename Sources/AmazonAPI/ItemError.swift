import HTTP
import JSON

/// What is wrong with something that should be an item.
package enum ItemError: Error, Sendable, Hashable {
    case notAnObject
    /// There is no ASIN, or none of text.
    case noASIN
    /// The ASIN has a form that Amazon's do not have; as an excerpt.
    case malformedASIN(String)

    /// The ASIN of an item's JSON is not one.
    static func badASIN(_ value: JSONValue) -> ItemError {
        value.string.map { .malformedASIN(ServerText.excerpt($0, charactersMax: 40)) } ?? .noASIN
    }
}

extension ItemError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnObject: "this is no item"
        case .noASIN: "an item without an ASIN"
        case .malformedASIN(let text): "\"\(text)\" is no ASIN"
        }
    }
}
