// The large dictionaries of the state: those of a snapshot are not read before they are asked for,
// so that a command that asks for one product does not pay for all of them.

/// A dictionary of which a part may still lie encoded in a snapshot.
///
/// Looking up an entry there decodes it once; going through all of them keeps nothing decoded.
package struct Table<Key: TableKey, Value: SnapshotCoded & Sendable>: Sendable {
    /// The entries that were set, and those that a snapshot does not hold encoded.
    private(set) var decoded: [Key: Value] = [:]
    /// The keys of stored entries that were removed.
    private(set) var removed: Set<Key> = []
    /// What lies in a snapshot; nil when nothing does.
    let stored: StoredTable<Key, Value>?
    /// How many stored entries count no more, since they were set or removed.
    private var outdated = 0

    package init() { stored = nil }

    package init(_ entries: [Key: Value]) {
        decoded = entries
        stored = nil
    }

    init(stored: StoredTable<Key, Value>, others: [Key: Value]) {
        self.stored = stored
        decoded = others
    }

    package var count: Int { decoded.count + (stored?.count ?? 0) - outdated }
    package var isEmpty: Bool { count == 0 }

    /// The value of a key, nil when there is none; setting nil removes the entry.
    package subscript(key: Key) -> Value? {
        get {
            if let value = decoded[key] { return value }
            guard let stored, !removed.contains(key) else { return nil }
            return stored.value(of: key)
        }
        _modify {
            take(key)
            defer { settle(key) }
            yield &decoded[key]
        }
    }

    /// The value of a key, or another that is set before it is changed.
    package subscript(key: Key, default other: @autoclosure () -> Value) -> Value {
        get { self[key] ?? other() }
        _modify {
            take(key)
            defer { settle(key) }
            yield &decoded[key, default: other()]
        }
    }

    /// Changes the value of a key where it lies; nothing when there is none.
    package mutating func change(_ key: Key, _ body: (inout Value) -> Void) {
        take(key)
        guard let index = decoded.index(forKey: key) else { return }
        body(&decoded.values[index])
    }

    /// Decodes a stored entry that is about to be changed.
    private mutating func take(_ key: Key) {
        guard let stored, decoded[key] == nil, !removed.contains(key),
            let index = stored.index(of: key)
        else { return }
        outdated += 1
        decoded[key] = stored.take(index)
        if decoded[key] == nil { removed.insert(key) }
    }

    /// Tells a stored entry that was removed from one that was set again.
    private mutating func settle(_ key: Key) {
        guard let stored else { return }
        if decoded[key] != nil {
            removed.remove(key)
        } else if stored.index(of: key) != nil {
            removed.insert(key)
        }
    }
}

// MARK: - All entries

extension Table: Sequence {
    package typealias Element = (key: Key, value: Value)

    package func makeIterator() -> Iterator { Iterator(self) }

    /// Goes through the decoded entries first, then through the stored ones.
    package struct Iterator: IteratorProtocol {
        private let table: Table
        private var decoded: Dictionary<Key, Value>.Iterator
        private var index = 0

        fileprivate init(_ table: Table) {
            self.table = table
            decoded = table.decoded.makeIterator()
        }

        package mutating func next() -> Element? {
            if let next = decoded.next() { return next }
            guard let stored = table.stored else { return nil }
            while index < stored.count {
                defer { index += 1 }
                if let entry = stored.entry(at: index), table.isCurrent(entry.key) { return entry }
            }
            return nil
        }
    }

    /// All keys, in no order; the values are not decoded for it.
    package var keys: [Key] {
        var keys = Array(decoded.keys)
        guard let stored else { return keys }
        keys.reserveCapacity(count)
        for index in 0..<stored.count {
            if let key = stored.key(at: index), isCurrent(key) { keys.append(key) }
        }
        return keys
    }

    /// All values, in no order.
    package var values: [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for (_, value) in self { values.append(value) }
        return values
    }

    /// The entries that satisfy a condition.
    package func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Table {
        var chosen: [Key: Value] = [:]
        for entry in self where try isIncluded(entry) { chosen[entry.key] = entry.value }
        return Table(chosen)
    }

    /// Takes over the entries of another table; where both have a key, `choose` gets the values of
    /// this one and of the other.
    package mutating func merge(
        _ other: Table, uniquingKeysWith choose: (Value, Value) throws -> Value
    ) rethrows {
        for (key, value) in other {
            self[key] = try self[key].map { try choose($0, value) } ?? value
        }
    }

    /// Whether a stored entry was neither set nor removed since.
    func isCurrent(_ key: Key) -> Bool { decoded[key] == nil && !removed.contains(key) }
}

extension Table: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (Key, Value)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

extension Table: CustomReflectable {
    /// Shown as the dictionary that it stands for, wherever its entries lie.
    package var customMirror: Mirror {
        Mirror(self, unlabeledChildren: map { $0 }, displayStyle: .dictionary)
    }
}
