import Catalog

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
    private var items: [String: Kept<Item>] = [:]
    private var idsByKey: [String: [String]] = [:]
    private var idsByOrigin: [String: [String]] = [:]
    /// Former versions that searches still see, oldest first.
    private var shadows: [String: [Shadow]] = [:]
    /// Deleted things that searches still see.
    private var ghosts: [String] = []
    private let lag: Duration

    private struct Shadow: Sendable {
        /// Nil: it did not exist.
        let kept: Kept<Item>?
        let until: Instant
    }

    init(lag: Duration = .zero) { self.lag = lag }

    var count: Int { ids.count }
    var all: [Item] { ids.compactMap { items[$0]?.item } }

    subscript(id: String) -> Item? { items[id]?.item }

    /// Everything with a key, compared without case.
    func withKey(_ key: String) -> [Item] {
        (idsByKey[key.lowercased()] ?? []).compactMap { items[$0]?.item }
    }

    /// Everything with an origin, oldest first.
    func withOrigin(_ origin: String) -> [Item] {
        (idsByOrigin[origin] ?? []).compactMap { items[$0]?.item }
    }

    mutating func insert(_ item: Item, at now: Instant) {
        cast(shadow: nil, of: item.id, at: now)
        restore(item)
    }

    /// Puts a thing in without a shadow: it was always there.
    mutating func restore(_ item: Item) {
        ids.append(item.id)
        items[item.id] = Kept(item)
        idsByKey[item.key, default: []].append(item.id)
        if let origin = item.origin { idsByOrigin[origin, default: []].append(item.id) }
    }

    /// Changes a thing without a shadow, its key untouched.
    mutating func amend(_ id: String, _ body: (inout Item) -> Void) {
        guard var item = self[id] else { return }
        body(&item)
        items[id] = Kept(item)
    }

    mutating func replace(_ item: Item, at now: Instant) {
        guard let former = items[item.id] else { return }
        cast(shadow: former, of: item.id, at: now)
        items[item.id] = Kept(item)
        guard former.item.key != item.key else { return }
        forget(key: former.item.key, of: item.id)
        idsByKey[item.key, default: []].append(item.id)
    }

    mutating func change(_ id: String, at now: Instant, _ body: (inout Item) -> Void) {
        guard var item = self[id] else { return }
        body(&item)
        replace(item, at: now)
    }

    mutating func remove(_ id: String, at now: Instant) {
        guard let former = items.removeValue(forKey: id) else { return }
        if let index = ids.firstIndex(of: id) { ids.remove(at: index) }
        forget(key: former.item.key, of: id)
        if let origin = former.item.origin { idsByOrigin[origin]?.removeAll { $0 == id } }
        cast(shadow: former, of: id, at: now)
        if lag > .zero { ghosts.append(id) }
    }

    // MARK: What searches see

    /// The things of some keys, in order, as searches see them when everything is in sight.
    func kept(withKeys keys: [String]) -> [Kept<Item>] {
        let found = Set(keys.flatMap { idsByKey[$0.lowercased()] ?? [] })
        let inOrder = found.count < 2 ? Array(found) : ids.filter { found.contains($0) }
        return inOrder.compactMap { items[$0] }
    }

    /// Whether searches see exactly what is there.
    var isInSight: Bool { shadows.isEmpty }

    /// What searches see at a time, in order.
    func visible(at now: Instant) -> [Kept<Item>] {
        isInSight
            ? ids.compactMap { items[$0] } : (ids + ghosts).compactMap { visible($0, at: now) }
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

    private func visible(_ id: String, at now: Instant) -> Kept<Item>? {
        if let shadow = shadows[id]?.first(where: { $0.until > now }) { return shadow.kept }
        return items[id]
    }

    private mutating func cast(shadow kept: Kept<Item>?, of id: String, at now: Instant) {
        guard lag > .zero else { return }
        shadows[id, default: []].append(Shadow(kept: kept, until: now + lag))
    }

    private mutating func forget(key: String, of id: String) {
        idsByKey[key]?.removeAll { $0 == id }
        if idsByKey[key]?.isEmpty == true { idsByKey[key] = nil }
    }
}
