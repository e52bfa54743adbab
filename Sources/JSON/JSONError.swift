/// What was wrong with a JSON text, and where.
package enum JSONError: Error, Equatable, Sendable {
    /// The text is not JSON; `offset` counts bytes from its start.
    case malformed(offset: Int, reason: String)
    /// The text is JSON, but holds another type than the reader asked for.
    case unexpected(offset: Int, expected: String)
    /// Arrays and objects nest deeper than `JSONReader.depthMax`.
    case tooDeep(offset: Int)
    /// A key that must be there is not.
    case missing(key: String)
    /// A value is of the right type but outside what its field allows.
    case invalid(key: String, reason: String)
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let offset, let reason): "not JSON at byte \(offset): \(reason)"
        case .unexpected(let offset, let expected): "expected \(expected) at byte \(offset)"
        case .tooDeep(let offset): "nested too deeply at byte \(offset)"
        case .missing(let key): "the key \"\(key)\" is missing"
        case .invalid(let key, let reason): "\"\(key)\": \(reason)"
        }
    }
}
