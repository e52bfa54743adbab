package import Catalog
import Events

/// Which account each alias was bound to, once and for ever.
package struct TargetState: Projector, Sendable {
    package private(set) var accounts: [String: Binding] = [:]

    package static let kinds: Set<String> = [TargetBound.kind]

    package struct Binding: Sendable {
        package let account: String
        package let sequence: Int
    }

    package init() {}

    init(accounts: [String: Binding]) { self.accounts = accounts }

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        let body = try event.decode(TargetBound.self)
        accounts[body.alias] = Binding(account: body.account, sequence: event.sequence)
    }

    /// The system that an alias stands for; nil until it was bound.
    package func system(_ alias: String) -> System? {
        accounts[alias].map { .plytix(account: $0.account) }
    }
}
