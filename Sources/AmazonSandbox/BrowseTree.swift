import JSON
import SandboxWorld

/// A node of the tree by which a shop is browsed.
struct BrowseNode {
    let id: String
    let name: String
    /// The place of the node above in `BrowseTree.nodes`; nil for a root.
    let parent: Int?
}

/// The invented tree in which the sandbox's items stand, in the shape of Amazon's: departments, then
/// kinds, then what is sold (`amazon-catalog-items.md` 2.5, classifications).
enum BrowseTree {
    static let nodes: [BrowseNode] = build()

    /// Names of leaves by product type.
    private static let leaves: [(type: String, group: String, names: [String])] = [
        ("BOOT", "Shoes", ["Western", "Work & Safety", "Hiking Boots", "Chukka"]),
        (
            "SHOES", "Shoes",
            ["Loafers & Slip-Ons", "Driving Style", "Fashion Sneakers", "Boat Shoes"]
        ),
        ("WALLET", "Accessories", ["Wallets"]),
        ("HAT", "Accessories", ["Hats & Caps"]),
        ("BELT", "Accessories", ["Belts"]),
        ("SOCKS", "Accessories", ["Socks"]),
        ("SHOE_INSERT", "Accessories", ["Insoles"]),
    ]
    private static let departments = [("mens", "Men"), ("womens", "Women"), ("kids", "Kids")]

    /// Where an item stands; nil for one in a hundred, that stands nowhere.
    static func leaf(of item: World.Item) -> Int? {
        guard StableHash.of(item.asin) % 100 != 0 else { return nil }
        guard let kind = leaves.first(where: { $0.type == item.productType }) else {
            return place("Everything Else")
        }
        let choice = StableHash.of(item.modelNumber ?? item.asin)
        if kind.group == "Shoes", choice % 20 == 0 { return place("Outdoor Footwear") }
        let said = item.attributes["department"]?[0]["value"].string
        let department = departments.first { $0.0 == said }?.1 ?? "Men"
        return place(
            "\(department)/\(kind.names[Int(choice >> 8 % UInt64(kind.names.count))])")
    }

    /// The node and all above it, the root last.
    static func path(of place: Int) -> [Int] {
        var path = [place]
        while let parent = nodes[path[path.count - 1]].parent { path.append(parent) }
        return path
    }

    /// Whether a node is, or stands below, one of those with these ids.
    static func isWithin(_ place: Int, ids: Set<String>) -> Bool {
        path(of: place).contains { ids.contains(nodes[$0].id) }
    }

    // MARK: Building

    private static let placesAndNodes: (places: [String: Int], nodes: [BrowseNode]) = {
        var places: [String: Int] = [:]
        var nodes: [BrowseNode] = []
        func add(_ name: String, key: String, below parent: Int?) -> Int {
            // Ids have ten digits; these begin with a nine, which none of Amazon's known ones does.
            nodes.append(
                BrowseNode(id: String(9_000_000_001 + nodes.count), name: name, parent: parent))
            places[key] = nodes.count - 1
            return nodes.count - 1
        }
        let clothing = add("Clothing, Shoes & Jewelry", key: "Clothing", below: nil)
        for (_, department) in departments {
            let top = add(department, key: department, below: clothing)
            for group in ["Shoes", "Accessories"] {
                let middle = add(group, key: "\(department) \(group)", below: top)
                for kind in leaves where kind.group == group {
                    for name in kind.names {
                        _ = add(name, key: "\(department)/\(name)", below: middle)
                    }
                }
            }
        }
        let sports = add("Sports & Outdoors", key: "Sports", below: nil)
        _ = add("Outdoor Footwear", key: "Outdoor Footwear", below: sports)
        _ = add("Everything Else", key: "Everything Else", below: nil)
        return (places, nodes)
    }()

    private static func build() -> [BrowseNode] { placesAndNodes.nodes }

    private static func place(_ key: String) -> Int? { placesAndNodes.places[key] }
}
