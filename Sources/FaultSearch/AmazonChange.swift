import SandboxWorld

/// Something that Amazon changes in a catalogue while it is synced; items are counted in the order
/// of their ASINs, modulo their number.
package enum AmazonChange: Sendable, Hashable {
    /// Gives an item another title; different editions are different titles.
    case retitle(item: Int, edition: Int)
    /// Shows as MAIN picture what was another one, and the other way round.
    case swapPictures(item: Int)
    /// Lets another variation parent have a child, or none where there is no other.
    case move(child: Int)
}

extension AmazonChange: CustomStringConvertible {
    package var description: String {
        switch self {
        case .retitle(let item, let edition): "gives item \(item) its title number \(edition)"
        case .swapPictures(let item): "swaps the first pictures of item \(item)"
        case .move(let child): "moves child \(child) to another parent"
        }
    }
}

extension World {
    /// The catalogue after a change; nil where it has nothing that could change so.
    func after(_ change: AmazonChange) -> World? {
        switch change {
        case .retitle(let number, let edition):
            return changing(number, of: items) { item in
                item.title = "\((item.title ?? item.asin).withoutEdition)\(String.mark)\(edition)"
            }
        case .swapPictures(let number):
            return changing(number, of: items.filter(\.hasSeveralPictures)) { item in
                item.pictures = item.pictures.map { picture in
                    var picture = picture
                    switch picture.slot {
                    case "MAIN": picture.slot = "PT01"
                    case "PT01": picture.slot = "MAIN"
                    default: break
                    }
                    return picture
                }
            }
        case .move(let number): return moving(number)
        }
    }

    private func changing(
        _ number: Int, of candidates: [Item], _ change: (inout Item) -> Void
    ) -> World? {
        let asins = candidates.map(\.asin).sorted()
        guard !asins.isEmpty else { return nil }
        var world = self
        guard let index = items.firstIndex(where: { $0.asin == asins[number % asins.count] })
        else { return nil }
        change(&world.items[index])
        return world.items[index] == items[index] ? nil : world
    }

    private func moving(_ number: Int) -> World? {
        let children = items.filter { !$0.parents.isEmpty }.sorted { $0.asin < $1.asin }
        guard !children.isEmpty else { return nil }
        let child = children[number % children.count]
        let parents = items.filter {
            $0.classification == "VARIATION_PARENT" && !child.parents.contains($0.asin)
                && !$0.children.contains(child.asin) && $0.asin != child.asin
        }
        .map(\.asin).sorted()
        let next = parents.isEmpty ? nil : parents[number % parents.count]
        var world = self
        for index in world.items.indices {
            let asin = world.items[index].asin
            world.items[index].children.removeAll { $0 == child.asin }
            if asin == next { world.items[index].children.append(child.asin) }
            if asin == child.asin { world.items[index].parents = next.map { [$0] } ?? [] }
        }
        return world
    }
}

extension World.Item {
    fileprivate var hasSeveralPictures: Bool {
        let slots = Set(pictures.map(\.slot))
        return slots.contains("MAIN") && slots.contains("PT01")
    }
}

extension String {
    fileprivate static let mark = ", edition "

    /// A title without the edition of an earlier change.
    fileprivate var withoutEdition: Substring {
        firstRange(of: Self.mark).map { self[..<$0.lowerBound] } ?? self[...]
    }
}
