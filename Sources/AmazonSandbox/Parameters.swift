import Catalog
import HTTP

/// The query of a request; what it does not ask for is ignored, since clients send more than there
/// is (`amazon-catalog-items.md` 7).
struct Parameters {
    private let target: RequestTarget

    init(_ target: RequestTarget) { self.target = target }

    /// The values of a list, separated by commas, or each under the same name, or both.
    ///
    /// A comma stays a separator when it is percent-encoded (0.11). Nil when the name is not there.
    func list(_ name: String) -> [String]? {
        let values = target.values(name)
        guard !values.isEmpty else { return nil }
        return values.flatMap {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The same without empty values; empty when the name is not there.
    func filled(_ name: String) -> [String] { list(name)?.filter { !$0.isEmpty } ?? [] }

    func text(_ name: String) -> String? { target.values(name).first }

    /// Where to look: marketplaces of this host's region, at least one, at most `countMax`.
    func marketplaces(
        of region: Marketplace.Region, atMost countMax: Int
    ) throws(Refusal) -> [Marketplace] {
        guard let ids = list("marketplaceIds") else { throw .missing(parameter: "marketplaceIds") }
        guard ids.count <= countMax else { throw .invalidMarketplaces }
        var marketplaces: [Marketplace] = []
        for id in ids {
            guard let marketplace = Marketplace(id: id), marketplace.region == region else {
                throw .invalidMarketplaces
            }
            marketplaces.append(marketplace)
        }
        return marketplaces
    }

    /// The parts of an item that are asked for; the summaries when nothing is said.
    ///
    /// A blank beside a comma is a wrong name (2.3).
    func dataSets() throws(Refusal) -> Set<DataSet> {
        guard let names = list("includedData") else { return [.summaries] }
        var sets = Set<DataSet>()
        for name in names {
            guard let set = DataSet(rawValue: name) else { throw .invalidIncludedData }
            sets.insert(set)
        }
        guard !sets.contains(.vendorDetails) else { throw .vendorOnly }
        return sets
    }
}

/// A part of an item that can be asked for (`amazon-catalog-items.md` 2.3).
enum DataSet: String, CaseIterable {
    case attributes, classifications, dimensions, identifiers, images, productTypes, relationships
    case salesRanks, summaries, vendorDetails
}
