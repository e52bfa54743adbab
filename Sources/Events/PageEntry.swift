package import JSON

/// What stands on a page: an item, or a run of items that are as they were.
package enum PageEntry: Coded, Hashable, Sendable {
    /// An item with its hash: `{"subject": …, "hash": …}`.
    case item(SeenItem)
    /// The items of the last reading of the same list from one place in it to another, counted
    /// from 0, each with the hash that it had then: `[first, last]`.
    case same(ClosedRange<Int>)

    /// How many items it stands for.
    package var count: Int {
        switch self {
        case .item: 1
        case .same(let places): places.count
        }
    }
}

extension PageEntry {
    /// Pages of Amazon's have 20 items.
    static var usualCount: Int { 20 }

    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> PageEntry {
        guard json.isArray() else { return .item(try SeenItem(from: &json)) }
        let places = try json.ints()
        guard places.count == 2, places[0] >= 0, places[1] >= places[0],
            places[1] <= UInt32.max
        else {
            throw .invalid(key: key.text, reason: "is not the first and the last place of a run")
        }
        return .same(places[0]...places[1])
    }

    package func write(to json: inout JSONWriter) {
        switch self {
        case .item(let item): item.write(to: &json)
        case .same(let places): [places.lowerBound, places.upperBound].write(to: &json)
        }
    }
}
