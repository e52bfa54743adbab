package import JSON

/// The fields of a product, by `label`, `status` or `attributes.<label>`.
///
/// They lie side by side in the order of their names: of all that is known these are the most, and
/// a hash table for each product would take twice the memory.
package struct KnownFields: Sendable {
    private var entries: [Entry] = []

    private struct Entry: Sendable {
        let name: String
        var field: KnownField
    }

    package init() {}

    init(_ fields: [(name: String, field: KnownField)]) {
        for (name, field) in fields { change(name) { $0 = field } }
    }

    package var isEmpty: Bool { entries.isEmpty }
    package var count: Int { entries.count }
    /// Ascending.
    package var names: [String] { entries.map(\.name) }
    /// What is there, by field.
    package var live: [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for entry in entries { values[entry.name] = entry.field.live }
        return values
    }

    package subscript(name: String) -> KnownField? {
        let index = place(of: name)
        return index < entries.count && entries[index].name == name ? entries[index].field : nil
    }

    /// Calls `body` for each field, in the order of their names.
    package func forEach(_ body: (String, KnownField) -> Void) {
        for entry in entries { body(entry.name, entry.field) }
    }

    // MARK: Changing

    mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    /// Changes a field, one of which nothing is known where there was none.
    mutating func change(_ name: String, _ body: (inout KnownField) -> Void) {
        let index = place(of: name)
        if index == entries.count || entries[index].name != name {
            entries.insert(Entry(name: name, field: KnownField()), at: index)
        }
        body(&entries[index].field)
    }

    /// Notes that no field holds anything.
    mutating func clearLive() { for index in entries.indices { entries[index].field.live = nil } }

    /// Where a name stands, or would.
    private func place(of name: String) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension KnownFields: CustomReflectable {
    package var customMirror: Mirror {
        let fields = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.field) })
        return Mirror(self, unlabeledChildren: fields.map { $0 }, displayStyle: .dictionary)
    }
}

/// One field: what we last wrote and what was last seen there.
package struct KnownField: Sendable {
    private var ours = Ours.nothing
    /// What was there when last looked at, or what we wrote since; nil when nothing is.
    package var live: JSONValue? {
        willSet {
            if case .whatIsThere = ours, !Self.isSame(newValue, live) { ours = Ours(live) }
        }
    }
    /// The sequence number of our last write of it; 0 when there was none.
    package private(set) var writtenAt = 0

    /// What we last wrote, which is mostly what is there and is held once.
    private enum Ours: Sendable {
        case nothing, cleared, whatIsThere
        indirect case other(JSONValue)

        init(_ value: JSONValue?) { self = value.map { .other($0) } ?? .cleared }
    }

    package init() {}

    init(written: JSONValue??, live: JSONValue?, at sequence: Int) {
        self.live = live
        writtenAt = sequence
        if let written { ours = Self.isSame(written, live) ? .whatIsThere : Ours(written) }
    }

    /// What we last wrote; `.some(nil)` when we cleared it, nil when we never wrote it.
    package var written: JSONValue?? {
        switch ours {
        case .nothing: .none
        case .cleared: .some(nil)
        case .whatIsThere: .some(live)
        case .other(let value): .some(value)
        }
    }

    package var isOurs: Bool { if case .nothing = ours { false } else { true } }

    /// Somebody else changed what we wrote.
    package var hasDrifted: Bool {
        guard let written else { return false }
        return written != live
    }

    /// A write of ours; nil clears it.
    mutating func write(_ value: JSONValue?, at sequence: Int) {
        ours = .nothing
        live = value
        ours = .whatIsThere
        writtenAt = sequence
    }

    /// Whether two values are the same to the letter.
    private static func isSame(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.isSameText(as: other)
    }
}

extension KnownField: CustomReflectable {
    package var customMirror: Mirror {
        Mirror(
            self,
            children: [
                ("written", written as Any), ("live", live as Any), ("writtenAt", writtenAt),
            ], displayStyle: .struct)
    }
}
