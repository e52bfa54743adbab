import Events

/// What the readings of a list give, one after the other, told as what is other than before: a list
/// that did not change is never copied.
struct SeenList: Sendable {
    /// What the reading before this one gave; empty once this one is at its end and gave all of it.
    private(set) var before: [SeenItem] = []

    /// How many items this reading gave in step with the one before: the same subjects in the same
    /// places, from the first on.
    private var inStep = 0
    /// Those among them that are not as they were, by their places.
    private var changed: [Int: SeenItem] = [:]
    /// What this reading gave behind those.
    private var others: [SeenItem] = []

    /// A list of which nobody has read anything.
    init() {}

    init(items: [SeenItem], before: [SeenItem]) {
        others = items
        self.before = before
    }

    var count: Int { inStep + others.count }

    /// What this reading gave, in its order.
    var items: [SeenItem] { inStep == 0 ? others : Array(self[0..<count]) }

    /// The items at some of its places.
    subscript(places: Range<Int>) -> [SeenItem] {
        places.clamped(to: 0..<count).map { place in
            place < inStep ? changed[place] ?? before[place] : others[place - inStep]
        }
    }

    // MARK: Reading

    /// Begins another reading, compared with this one or with the one before.
    mutating func begin(after last: [SeenItem]) { self = SeenList(items: [], before: last) }

    mutating func append(_ item: SeenItem) {
        if others.isEmpty, inStep < before.count, before[inStep].subject == item.subject {
            changed[inStep] = item
            inStep += 1
        } else {
            others.append(item)
        }
    }

    /// Appends what the reading before gave at some of its places, which it must have.
    mutating func append(same places: ClosedRange<Int>) {
        if others.isEmpty, places.lowerBound == inStep {
            inStep = places.upperBound + 1
        } else {
            others += before[places]
        }
    }

    /// Comes to the end: forgets the reading before, unless it gave what this one did not.
    mutating func finish() {
        if inStep == before.count {
            var items = before
            before = []
            for (place, item) in changed { items[place] = item }
            items += others
            self = SeenList(items: items, before: [])
        } else {
            let items = items
            let subjects = Set(items.map(\.subject))
            let isWhole = before.allSatisfy { subjects.contains($0.subject) }
            self = SeenList(items: items, before: isWhole ? [] : before)
        }
    }
}
