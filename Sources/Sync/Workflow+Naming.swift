import Catalog
import Events
import JSON
import Planning
import Projections
import Settings

/// What names things in an account is pinned by its first use: with other names a run would not
/// find what is there, and make all of it a second time.
extension Workflow {
    private static let topic = "naming"

    private var naming: JSONObject {
        let planning = engine.configuration.planning
        return JSONObject([
            ("sku_format", .string(planning.skuFormat)), ("family", .string(planning.family)),
            ("hierarchy", .string(planning.hierarchy)), ("listings", .string(planning.listings)),
            ("gallery", .string(planning.gallery)),
        ])
    }

    /// What the settings name otherwise than this account was written with.
    func namingProblems(_ target: Target) -> [String] {
        let account = engine.state.account(target.system)
        guard let pinned = account.learned[Self.topic]?.object else { return [] }
        return naming.members.compactMap { name, value in
            guard let used = pinned[name], used != value else { return nil }
            return
                "the settings say \(name) is \(value.string ?? ""), but target \(target.alias) was written with \(used.string ?? ""): with another name everything would be made a second time"
        }
    }

    func pinNaming(_ target: Target) async throws(RunStop) {
        guard engine.state.account(target.system).learned[Self.topic] == nil else { return }
        try await append([
            TargetLearned(
                topic: Self.topic, value: .object(naming),
                evidence: "the first run that wrote to it"
            ).draft(system: target.system)
        ])
    }
}
