/// What finds the addresses that a host's name stands for, best first.
///
/// The system's own is in the outermost layer; a test has its own.
package typealias NameResolver = @Sendable (String) async throws(NameResolutionError) -> [IPAddress]

/// Why a name has no addresses.
package struct NameResolutionError: Error, Sendable, Equatable {
    package let host: String
    /// In the words of the system.
    package let reason: String

    package init(host: String, reason: String) {
        self.host = host
        self.reason = reason
    }
}

extension NameResolutionError: CustomStringConvertible {
    package var description: String { "cannot find \(host): \(reason)" }
}
