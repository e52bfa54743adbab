/// One version of a thing in a store; a search that looks at many shares them without copying.
final class Kept<Item: Sendable>: Sendable {
    let item: Item

    init(_ item: Item) { self.item = item }
}
