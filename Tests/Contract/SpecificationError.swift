/// Why a published specification cannot be used.
package enum SpecificationError: Error, Equatable, CustomStringConvertible {
    /// It says something that this reader would pass over in silence.
    case unsupported(String, at: String)
    case malformed(String, at: String)

    package var description: String {
        switch self {
        case .unsupported(let what, let place): "\(place): \(what) is not supported"
        case .malformed(let what, let place): "\(place): \(what)"
        }
    }
}
