package import Catalog
package import Events
package import Projections

/// Where every expected product, link and gallery reference stands: the proof behind "complete".
///
/// Each unit is in exactly one of done, accepted, failed, pending and in doubt, so that these always
/// add up to what is expected (`cli.md`, Shapes).
package struct Accounting: Sendable {
    package private(set) var products = PhaseCount(phase: .products)
    package private(set) var relationships = PhaseCount(phase: .relationships)
    package private(set) var images = PhaseCount(phase: .images)
    /// What failed and was not accepted, each once, by effect key.
    package private(set) var failures: [Failure] = []
    /// What failed and was accepted.
    package private(set) var accepted: [Failure] = []

    package struct Failure: Sendable, Hashable {
        package let key: String
        package let subject: Subject
        package let phase: Phase
        package let reason: String
        package let attempts: Int
        package let isSetAside: Bool

        package init(
            key: String, subject: Subject, phase: Phase, reason: String, attempts: Int,
            isSetAside: Bool
        ) {
            self.key = key
            self.subject = subject
            self.phase = phase
            self.reason = reason
            self.attempts = attempts
            self.isSetAside = isSetAside
        }
    }

    package var phases: [PhaseCount] { [products, relationships, images] }

    /// - Parameters:
    ///   - before: the account as it was when the run began, which tells what is unchanged.
    ///   - start: the sequence number at which the run began, which tells what it adopted.
    package init(
        desired: Desired, account: AccountState, before: AccountState, start: Int,
        settings: PlanningSettings
    ) {
        let now = UnitJudge(desired: desired, account: account, settings: settings)
        let then = UnitJudge(desired: desired, account: before, settings: settings)
        var reported = Set<String>()
        func add(_ verdict: UnitJudge.Verdict, to count: inout PhaseCount) {
            count.expected += 1
            switch verdict {
            case .done: count.done += 1
            case .pending: count.pending += 1
            case .inDoubt: count.inDoubt += 1
            case .failed(let failure):
                count.failed += 1
                if reported.insert(failure.key).inserted { failures.append(failure) }
            case .accepted(let failure):
                count.accepted += 1
                if reported.insert(failure.key).inserted { accepted.append(failure) }
            }
        }
        for product in desired.products {
            let verdict = now.verdict(on: product)
            add(verdict, to: &products)
            if verdict == .done {
                if then.verdict(on: product) == .done { products.unchanged += 1 }
                if let known = account.products[product.sku], known.isAdopted, known.since > start {
                    products.adopted += 1
                }
            }
            for picture in product.pictures {
                let verdict = now.verdict(on: picture, of: product)
                add(verdict, to: &images)
                guard verdict == .done else { continue }
                if then.verdict(on: picture, of: product) == .done { images.unchanged += 1 }
                if let asset = account.assets[picture.fileName], asset.isAdopted,
                    asset.sequence > start
                {
                    images.adopted += 1
                }
            }
        }
        countLinks(desired.links)
        for failure in now.definitionFailures where reported.insert(failure.key).inserted {
            failures.append(failure)
        }

        func countLinks(_ desired: [DesiredLinks]) {
            for links in desired { for target in links.targets { count(target, of: links) } }
        }
        func count(_ target: DesiredLinks.Target, of links: DesiredLinks) {
            let verdict = now.verdict(on: target, of: links)
            add(verdict, to: &relationships)
            if verdict == .done, then.verdict(on: target, of: links) == .done {
                relationships.unchanged += 1
            }
        }
    }
}

/// Judges single units of what is expected.
private struct UnitJudge {
    let account: AccountState
    let settings: PlanningSettings
    let planner: Planner
    /// Keys of effects in doubt.
    let doubts: Set<String>
    let familyID: String?

    enum Verdict: Equatable {
        case done, pending, inDoubt
        case failed(Accounting.Failure)
        case accepted(Accounting.Failure)
    }

    init(desired: Desired, account: AccountState, settings: PlanningSettings) {
        self.account = account
        self.settings = settings
        planner = Planner(
            desired: desired, account: account, settings: settings, phases: Set(Phase.allCases))
        doubts = Set(account.doubts.values.flatMap(\.effects).map(\.key))
        familyID = account.families[desired.family.name]?.id
    }

    func verdict(on product: DesiredProduct) -> Verdict {
        let keys = ["create", "fields", "assign-family"].map { "\($0) \(product.sku)" }
        if keys.contains(where: doubts.contains) { return .inDoubt }
        if let known = account.products[product.sku] {
            if known.isGone {
                return .failed(
                    failure(
                        "create \(product.sku)", .sku(product.sku), .products,
                        reason: "somebody deleted it in Plytix"))
            }
            if planner.changes(of: product, known: known).isEmpty, let familyID,
                known.family == .known(familyID)
            {
                return .done
            }
        }
        return unfinished(keys)
    }

    func verdict(on target: DesiredLinks.Target, of links: DesiredLinks) -> Verdict {
        let key = "link \(links.relation) \(links.source)"
        if doubts.contains(key) { return .inDoubt }
        let isLinked = account.links[links.relation]?[links.source]?.contains(
            KnownLink(target: target.sku, isOurs: true))
        return isLinked == true ? .done : unfinished([key])
    }

    /// A reference is done when the gallery shows it, and MAIN when it is the thumbnail too, unless
    /// a person chose another.
    func verdict(on picture: Picture, of product: DesiredProduct) -> Verdict {
        let keys = ["asset \(picture.fileName)", "gallery \(product.sku)", "thumbnail \(product.sku)"]
        if keys.contains(where: doubts.contains) { return .inDoubt }
        guard let asset = account.assets[picture.fileName],
            let known = account.products[product.sku], !known.isGone,
            known.gallery.value?.contains(asset.id) == true
        else { return unfinished(keys) }
        guard product.thumbnail == picture else { return .done }
        let needsThumbnail = planner.pictureEffects(of: product, known: known).contains { effect in
            if case .setThumbnail(_, picture.fileName, _) = effect { true } else { false }
        }
        return needsThumbnail ? unfinished(keys) : .done
    }

    /// Failures of what every product needs.
    var definitionFailures: [Accounting.Failure] {
        let kinds = ["attribute", "options", "family", "family-attributes", "relation"]
        return account.failures.sorted { $0.key < $1.key }.filter { key, known in
            kinds.contains { key.hasPrefix($0 + " ") } && account.accepted[key] != known.facts
        }.map { key, known in
            Accounting.Failure(
                key: key, subject: known.subject, phase: known.phase, reason: known.reason,
                attempts: known.attempts, isSetAside: known.permanence == .item)
        }
    }

    private func unfinished(_ keys: [String]) -> Verdict {
        guard !account.failures.isEmpty, let key = keys.first(where: { account.failures[$0] != nil }),
            let known = account.failures[key]
        else { return .pending }
        let failure = Accounting.Failure(
            key: key, subject: known.subject, phase: known.phase, reason: known.reason,
            attempts: known.attempts,
            isSetAside: known.permanence == .item || known.attempts >= settings.attemptsMax)
        return account.accepted[key] == known.facts ? .accepted(failure) : .failed(failure)
    }

    private func failure(
        _ key: String, _ subject: Subject, _ phase: Phase, reason: String
    ) -> Accounting.Failure {
        Accounting.Failure(
            key: key, subject: subject, phase: phase, reason: reason, attempts: 0, isSetAside: true)
    }
}
