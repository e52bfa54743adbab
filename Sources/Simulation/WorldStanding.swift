import Audit
import Catalog
package import JSON
import JournalStore
import Planning
import PlytixSandbox
import Projections
import Settings

/// What is left when a run is over, as everybody sees it: the account that Plytix serves, without
/// ids, and what `plysync status` says of it.
package struct WorldStanding: Sendable, Equatable {
    package let account: JSONValue
    /// The targets and the source of the status report; the list of runs is no part of it.
    package let status: JSONValue

    /// The standing of the target `default`.
    package init(_ world: SimulatedWorld) throws {
        account = world.plytix.state(of: "default")?.withoutIDs ?? .null
        let state = try world.state
        let marketplaces = Set(world.configuration.marketplaces)
        let target = TargetStanding(
            alias: "default", state: state, marketplaces: marketplaces,
            settings: world.configuration.planning)
        var report = StatusReport(state: state, targets: [target], marketplaces: marketplaces).json
        report["runs"] = nil
        status = report
    }

    /// SKUs, pictures, links and gallery entries that stand there twice.
    package var duplicates: [String] {
        let products = account["products"].elements
        let skus = products.compactMap { $0["sku"].string }
        let files = account["assets"].elements.compactMap { $0["filename"].string }
        var entries: [String] = []
        for product in products {
            let sku = product["sku"].string ?? ""
            for (label, targets) in product["relations"].object?.members ?? [] {
                entries += targets.elements.map { "\(sku) \(label) \($0["sku"].string ?? "")" }
            }
            for (label, files) in product["gallery"].object?.members ?? [] {
                entries += files.elements.map { "\(sku) \(label) \($0.string ?? "")" }
            }
        }
        let definitions = ["attributes", "families", "relationships"].flatMap { kind in
            account[kind].elements.map {
                "\(kind) \($0["label"].string ?? $0["name"].string ?? "")"
            }
        }
        return [skus, files, entries, definitions].flatMap(Self.repeated)
    }

    /// Where it differs from another one; empty when it does not.
    package func differences(from other: WorldStanding) -> [String] {
        var differences: [String] = []
        if account != other.account {
            for part in Set(Self.parts(account) + Self.parts(other.account)).sorted() {
                let (mine, others) = (account[part].elements, other.account[part].elements)
                let (here, there) = (Set(mine.map(\.text)), Set(others.map(\.text)))
                differences += here.subtracting(there).sorted().map { "\(part) has \($0)" }
                differences += there.subtracting(here).sorted().map { "\(part) lacks \($0)" }
            }
            if differences.isEmpty { differences.append("the account's order differs") }
        }
        if status != other.status {
            differences.append("status is \(status.text) instead of \(other.status.text)")
        }
        return differences
    }

    private static func parts(_ account: JSONValue) -> [String] {
        account.object?.members.map(\.key) ?? []
    }

    private static func repeated(_ names: [String]) -> [String] {
        var seen = Set<String>()
        return names.filter { !seen.insert($0).inserted }
    }
}

extension JSONValue {
    /// The same without members named `id` and without the account's own id.
    package var withoutIDs: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutIDs))
        case .object(let object):
            .object(
                JSONObject(
                    object.members.filter { $0.key != "id" && $0.key != "account" }
                        .map { ($0.key, $0.value.withoutIDs) }))
        default: self
        }
    }
}
