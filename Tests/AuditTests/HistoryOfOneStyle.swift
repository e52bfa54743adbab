// A small history that most tests of this module begin with.

import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport

/// A style of two boots and their family, of which nothing stands in Plytix yet.
enum HistoryOfOneStyle {
    static let marketplaces: Set<Marketplace> = [.us]
    static let settings = PlanningSettings()
    static let child = ItemKey.us("B07X8Z63ZL")
    static let parent = ItemKey.us("B077QMJFG9")

    /// The child names its parent, and the merchant's variant of MCA0032 is the child's; the parent
    /// belongs to MDM0049 by its model number.
    static func make() throws -> History {
        var history = History()
        try history.start(["plysync", "sync", "--brand", "Sandbox Brand", "--execute"])
        try history.record(
            ScopeFixed(
                run: history.run,
                scope: Scope(source: .brand("Sandbox Brand"), marketplaces: [.us]),
                fingerprint: .of("scope"), expected: nil), by: .plysync)
        try history.record(
            TargetBound(
                alias: "default", account: "5c4ed8002f0985001d233274", how: .claims,
                evidence: JSONObject()))
        try history.read("brand=Sandbox Brand;US", [child, parent], whole: true)
        try history.export(
            AmazonItem.boot().with { $0.parents = [parent.asin] },
            AmazonItem.family().with { $0.children = [child.asin] })
        try history.see([
            Canonical(id: "c-MCA0032", sku: "MCA0032"),
            Canonical(id: "c-MCA0032-105W", sku: "MCA0032-105W", parentID: "c-MCA0032"),
            Canonical(id: "c-MDM0049", sku: "MDM0049"),
        ])
        try history.match(child, to: "MCA0032-105W")
        try history.match(parent, to: "MDM0049", by: "model_number")
        return history
    }
}

extension History {
    /// Records that a run began with a command.
    mutating func start(_ command: [String], target: String = "default") throws {
        try record(
            RunStarted(
                run: run, program: "1.0.0", normaliser: 1, rules: 1, settingsHash: .of("settings"),
                settings: ["target": JSONValue(target)], command: command, execute: true,
                seed: nil), by: .plysync)
    }

    /// Records one page of a query, and its end.
    mutating func read(_ cell: String, _ items: [ItemKey], whole: Bool) throws {
        try record(
            PageObserved(
                source: "amazon.searchCatalogItems", cell: cell, page: 1, announced: items.count,
                items: items.map { .item(SeenItem(subject: .asin($0), hash: .of("\($0)"))) },
                absent: []),
            by: .amazon)
        try record(
            SourceCompleted(
                source: "amazon.searchCatalogItems", cell: cell, seen: items.count,
                announced: items.count, stop: .end, whole: whole), by: .amazon)
    }

    /// Records that an effect failed.
    mutating func fail(_ key: String, _ subject: Subject, because reason: String) throws {
        try record(
            EffectFailed(
                key: key, phase: .images, subject: subject, status: 422, reason: reason,
                permanence: .item, attempt: 1, facts: .of(key), answer: nil))
    }
}
