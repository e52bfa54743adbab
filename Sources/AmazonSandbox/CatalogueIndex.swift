import Catalog
import SandboxWorld

/// The items of the catalogue in the order in which searches rank them, with what finds them.
///
/// Everything is by position in that order, so that lists of positions are ranked as they are. The
/// order is that of no field, as Amazon's is (`amazon-catalog-items.md` 2.4).
struct CatalogueIndex: Sendable {
    let marketplace: Marketplace
    let items: [World.Item]
    private var positions: [String: Int] = [:]
    private var byIdentifier: [String: [Int]] = [:]
    private var byWord: [String: [Int]] = [:]
    /// Number of each item's brand in `brands`; -1 for none.
    private var brandOf: [Int] = []
    private var brands: [String] = []
    /// Place of each item in the browse tree; -1 for none.
    private var nodeOf: [Int] = []

    init(_ world: World) {
        marketplace = world.marketplace
        items = world.items.map { (StableHash.of($0.asin), $0) }
            .sorted { ($0.0, $0.1.asin) < ($1.0, $1.1.asin) }.map(\.1)
        var brandNumbers: [String: Int] = [:]
        for (position, item) in items.enumerated() {
            positions[item.asin] = position
            for identifier in item.identifiers {
                byIdentifier["\(identifier.type):\(identifier.value)", default: []].append(position)
            }
            for word in Set(Self.words(of: item)) { byWord[word, default: []].append(position) }
            nodeOf.append(BrowseTree.leaf(of: item) ?? -1)
            guard let brand = item.brand else {
                brandOf.append(-1)
                continue
            }
            if brandNumbers[brand] == nil {
                brandNumbers[brand] = brands.count
                brands.append(brand)
            }
            brandOf.append(brandNumbers[brand] ?? -1)
        }
    }

    private static func words(of item: World.Item) -> [String] {
        [item.title, item.brand, item.modelNumber, item.partNumber, item.asin]
            .compactMap { $0 }.flatMap(Words.of) + item.keywords.flatMap(Words.of)
    }

    func position(of asin: String) -> Int? { positions[asin] }

    func positions(type: String, identifier: String) -> [Int] {
        byIdentifier["\(type):\(identifier)"] ?? []
    }

    /// The node of an item in the browse tree.
    func node(at position: Int) -> Int? { nodeOf[position] < 0 ? nil : nodeOf[position] }

    // MARK: Keywords

    /// The items that have all the words of all the keywords.
    func matches(keywords: [String]) -> [Int] {
        let words = keywords.flatMap(Words.of)
        guard !words.isEmpty else { return [] }
        var found: [Int]?
        for word in words {
            let list = byWord[word] ?? []
            found = found.map { Self.common($0, list) } ?? list
        }
        return found ?? []
    }

    /// What two ascending lists have in common.
    private static func common(_ a: [Int], _ b: [Int]) -> [Int] {
        var result: [Int] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                result.append(a[i])
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return result
    }

    /// For each brand whether its name is one of `names`, whatever their case.
    ///
    /// With the underscore quirk a name with blanks is found only with underscores for them.
    func brandFilter(_ names: [String], underscores: Bool) -> (Int) -> Bool {
        let wanted = Set(names.map { $0.lowercased() })
        let isWanted = brands.map { brand in
            let name = brand.lowercased()
            return wanted.contains(underscores ? name.replacing(" ", with: "_") : name)
        }
        return { position in
            let brand = brandOf[position]
            return brand >= 0 && isWanted[brand]
        }
    }

    /// For each item whether it stands at or below one of the nodes.
    func nodeFilter(_ ids: [String]) -> (Int) -> Bool {
        let ids = Set(ids)
        let isWithin = BrowseTree.nodes.indices.map { BrowseTree.isWithin($0, ids: ids) }
        return { position in
            let node = nodeOf[position]
            return node >= 0 && isWithin[node]
        }
    }

    // MARK: Refinements

    /// The ten brands with most of the items, the most frequent first (2.4).
    func topBrands(of hits: [Int]) -> [(name: String, count: Int)] {
        var counts = [Int](repeating: 0, count: brands.count)
        for position in hits where brandOf[position] >= 0 { counts[brandOf[position]] += 1 }
        let named = zip(brands, counts).filter { $0.1 > 0 }.map { (name: $0.0, count: $0.1) }
        return Array(
            named.sorted { $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count }
                .prefix(10))
    }

    /// The nodes by which the items can be narrowed: those right below the nodes of the query, or
    /// the roots; a leaf is itself.
    func refinements(of hits: [Int], within ids: [String]) -> [(node: BrowseNode, count: Int)] {
        var counts = [Int](repeating: 0, count: BrowseTree.nodes.count)
        for position in hits where nodeOf[position] >= 0 { counts[nodeOf[position]] += 1 }
        var offered = [Int](repeating: 0, count: BrowseTree.nodes.count)
        for leaf in counts.indices where counts[leaf] > 0 {
            let path = BrowseTree.path(of: leaf)
            let asked = path.firstIndex { ids.contains(BrowseTree.nodes[$0].id) } ?? path.count
            offered[path[max(0, asked - 1)]] += counts[leaf]
        }
        return offered.indices.filter { offered[$0] > 0 }
            .map { (node: BrowseTree.nodes[$0], count: offered[$0]) }
            .sorted { $0.count == $1.count ? $0.node.id < $1.node.id : $0.count > $1.count }
    }
}
