import Events

/// A kind of stored events, looked up by its name once for all events that have it.
package struct PastKind: Sendable {
    /// The stored name.
    package let name: String
    /// The type of its bodies; nil when a newer program has written it.
    let type: ObjectIdentifier?
    /// The parts of the state that consume it.
    let consumers: Consumers

    package init(_ name: String) {
        self.name = name
        type = EventKinds.type(named: name).map { ObjectIdentifier($0) }
        consumers = Consumers(ofKind: name)
    }

    /// Parts of the projected state.
    struct Consumers: OptionSet, Sendable {
        let rawValue: UInt8

        static let catalogue = Consumers(rawValue: 1)
        static let pages = Consumers(rawValue: 2)
        static let runs = Consumers(rawValue: 4)
        static let targets = Consumers(rawValue: 8)
        static let limits = Consumers(rawValue: 16)
        static let account = Consumers(rawValue: 32)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(ofKind name: String) {
            self = []
            if CatalogueState.kinds.contains(name) { insert(.catalogue) }
            if PageState.kinds.contains(name) { insert(.pages) }
            if RunState.kinds.contains(name) { insert(.runs) }
            if TargetState.kinds.contains(name) { insert(.targets) }
            if LimitState.kinds.contains(name) { insert(.limits) }
            if AccountState.kinds.contains(name) { insert(.account) }
        }
    }
}
