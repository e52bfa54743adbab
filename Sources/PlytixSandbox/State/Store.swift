internal import Catalog

/// What a store keeps.
protocol Stored: Sendable {
    var id: String { get }
    /// What the thing is found by beside its id; lower case.
    var key: String { get }
    /// A second thing that it is found by, as it is; it never changes.
    var origin: String? { get }
}

extension Stored {
    var origin: String? { nil }
}

/// Things of one kind in the order of their creation, with an index of their keys.
///
/// It also keeps what searches still see of things that were changed less than `lag` ago: the
/// real search index is behind (`plytix-unknowns.md`, 28).
struct Store<Item: Stored>: Sendable {
    private(set) var ids: [String] = []
    private var items: [String: Item] = [:]
    private var idsByKey: [String: [String]] = [:]
    private var idsByOrigin: [String: [String]] = [:]
    /// Former versions that searches still see, oldest first.
    private var shadows: [String: [Shadow]] = [:]
    /// Deleted things that searches still see.
    private var ghosts: [String] = []
    private let lag: Duration

    private struct Shadow: Sendable {
        /// Nil: it did not exist.
        let item: Item?
        let until: Instant
    }

    init(lag: Duration = .zero) { self.lag = lag }

    var count: Int { ids.count }
    var all: [Item] { ids.compactMap { items[$0] } }

    subscript(id: String) -> Item? { items[id] }

    /// Everything with a key, compared without case.
    func withKey(_ key: String) -> [Item] {
        (idsByKey[key.lowercased()] ?? []).compactMap { items[$0] }
    }

    /// Everything with an origin, oldest first.
    func withOrigin(_ origin: String) -> [Item] {
        (idsByOrigin[origin] ?? []).compactMap { items[$0] }
    }

    mutating func insert(_ item: Item, at now: Instant) {
        cast(shadow: nil, of: item.id, at: now)
        restore(item)
    }

    /// Puts a thing in without a shadow: it was always there.
    mutating func restore(_ item: Item) {
        ids.append(item.id)
        items[item.id] = item
        idsByKey[item.key, default: []].append(item.id)
        if let origin = item.origin { idsByOrigin[origin, default: []].append(item.id) }
    }

    /// Changes a thing without a shadow, its key untouched.
    mutating func amend(_ id: String, _ body: (inout Item) -> Void) {
        guard var item = items[id] else { return }
        body(&item)
        items[id] = item
    }

    mutating func replace(_ item: Item, at now: Instant) {
        guard let former = items[item.id] else { return }
        cast(shadow: former, of: item.id, at: now)
        items[item.id] = item
        guard former.key != item.key else { return }
        forget(key: former.key, of: item.id)
        idsByKey[item.key, default: []].append(item.id)
    }

    mutating func change(_ id: String, at now: Instant, _ body: (inout Item) -> Void) {
        guard var item = items[id] else { return }
        body(&item)
        replace(item, at: now)
    }

    mutating func remove(_ id: String, at now: Instant) {
        guard let former = items.removeValue(forKey: id) else { return }
        if let index = ids.firstIndex(of: id) { ids.remove(at: index) }
        forget(key: former.key, of: id)
        if let origin = former.origin { idsByOrigin[origin]?.removeAll { $0 == id } }
        cast(shadow: former, of: id, at: now)
        if lag > .zero { ghosts.append(id) }
    }

    // MARK: What searches see

    /// Whether searches see exactly what is there.
    var isInSight: Bool { shadows.isEmpty }

    /// What searches see at a time, in order.
    func visible(at now: Instant) -> [Item] {
        isInSight ? all : (ids + ghosts).compactMap { visible($0, at: now) }
    }

    /// Forgets the shadows that have faded.
    mutating func fade(at now: Instant) {
        guard !isInSight else { return }
        shadows = shadows.compactMapValues { versions in
            let rest = versions.filter { $0.until > now }
            return rest.isEmpty ? nil : rest
        }
        ghosts.removeAll { shadows[$0] == nil }
    }

    private func visible(_ id: String, at now: Instant) -> Item? {
        if let shadow = shadows[id]?.first(where: { $0.until > now }) { return shadow.item }
        return items[id]
    }

    private mutating func cast(shadow item: Item?, of id: String, at now: Instant) {
        guard lag > .zero else { return }
        shadows[id, default: []].append(Shadow(item: item, until: now + lag))
    }

    private mutating func forget(key: String, of id: String) {
        idsByKey[key]?.removeAll { $0 == id }
        if idsByKey[key]?.isEmpty == true { idsByKey[key] = nil }
    }
}
