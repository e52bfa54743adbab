/// One style of a generated brand: what its families and variants share.
struct GeneratedStyle {
    /// Amazon's product types, with how often each occurs among a hundred styles.
    enum Kind: String, CaseIterable {
        case boot = "BOOT"
        case shoes = "SHOES"
        case wallet = "WALLET"
        case insole = "SHOE_INSERT"
        case hat = "HAT"
        case belt = "BELT"
        case socks = "SOCKS"

        static let weights = [53, 38, 3, 2, 2, 1, 1]

        var nouns: [String] {
            switch self {
            case .boot: ["Work Boot", "Western Boot", "Hiker Boot", "Chukka"]
            case .shoes: ["Driving Moc", "Slip-On", "Sneaker", "Boat Shoe"]
            case .wallet: ["Bifold Wallet", "Money Clip"]
            case .insole: ["Insole"]
            case .hat: ["Trucker Hat", "Beanie"]
            case .belt: ["Belt"]
            case .socks: ["Boot Socks"]
            }
        }
    }

    enum Department: String, CaseIterable {
        case men = "mens"
        case women = "womens"
        case kids = "kids"

        var possessive: String {
            switch self {
            case .men: "Men's"
            case .women: "Women's"
            case .kids: "Kids'"
            }
        }
    }

    let kind: Kind
    let department: Department
    /// The canonical product's SKU, which Amazon lists as the model number.
    let model: String
    let name: String
    let noun: String
    /// Whether the merchant keeps it in Plytix.
    let isInPlytix: Bool

    /// Width and size of everything that is made of it; both are nil for what has no size.
    struct Variant {
        let width: String?
        let size: String?
        /// What the canonical product's SKU has behind the style: `-M-09.5`.
        let suffix: String
    }

    var variants: [Variant] {
        switch kind {
        case .boot, .shoes, .insole: sized(widths: ["M", "W", "EE"], halves: 14...26)
        case .socks: sized(widths: ["M"], halves: 14...26)
        case .belt:
            stride(from: 30, through: 52, by: 2).map {
                Variant(width: nil, size: String($0), suffix: "-\($0)")
            }
        case .wallet, .hat:
            (1...3).map { Variant(width: nil, size: nil, suffix: "-OS\($0)") }
        }
    }

    /// Sizes by halves: `-W-09`, `-M-09.5`, zero-padded as merchants write them.
    private func sized(widths: [String], halves: ClosedRange<Int>) -> [Variant] {
        widths.flatMap { width in
            halves.map { half in
                let size = half.isMultiple(of: 2) ? "\(half / 2)" : "\(half / 2).5"
                return Variant(
                    width: width, size: size, suffix: "-\(width)-\(half < 20 ? "0" : "")\(size)")
            }
        }
    }
}
