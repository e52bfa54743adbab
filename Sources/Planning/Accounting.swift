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

        /// False for a picture that is there twice: to try again takes none of them away.
        package var canBeRetried: Bool { !isExtra }
        /// It is a picture of which Plytix holds one too many.
        package var isExtra: Bool { key.hasPrefix(KnownFailure.extraPrefix) }
    }

    package var phases: [PhaseCount] { [products, relationships, images] }
    /// - `before`: the account as it was when the run began, which tells what is unchanged.
    /// - `start`: the sequence number at which the run began, which tells what it adopted.
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
        for (failure, isAccepted) in now.commonFailures
        where reported.insert(failure.key).inserted {
            if isAccepted { accepted.append(failure) } else { failures.append(failure) }
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

extension Accounting.Failure {
    /// A product of ours that somebody deleted in Plytix: `retry` brings it back, `accept` takes its
    /// deletion as it is.
    package init(deleted sku: String) {
        self.init(
            key: "create \(sku)", subject: .sku(sku), phase: .products,
            reason: "somebody deleted it in Plytix", attempts: 1, isSetAside: true)
    }

    /// A picture that somebody deleted in Plytix: `retry` brings it back, `accept` takes its
    /// deletion as it is.
    package init(deletedPicture file: String) {
        self.init(
            key: "asset \(file)", subject: .picture(file), phase: .images,
            reason: "somebody deleted it in Plytix", attempts: 1, isSetAside: true)
    }
}

/// Judges single units of what is expected.
private struct UnitJudge {
    let account: AccountState
    let settings: PlanningSettings
    let planner: Planner
    /// Keys of effects in doubt.
    let doubts: Set<String>
    /// What would link the products that are not linked, by relation, source and target.
    let links: [String: Effect]
    let products: [String: DesiredProduct]

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
        var links: [String: Effect] = [:]
        for (effect, _) in planner.linkCandidates {
            guard case .link(let relation, let source, let targets) = effect else { continue }
            for target in targets { links["\(relation) \(source) \(target)"] = effect }
        }
        self.links = links
        products = Dictionary(desired.products.map { ($0.sku, $0) }) { first, _ in first }
    }

    func verdict(on product: DesiredProduct) -> Verdict {
        if isInDoubt(["create", "fields", "assign-family"].map { "\($0) \(product.sku)" }) {
            return .inDoubt
        }
        let left = effects(left: product)
        return left.isEmpty && !isGone(product.sku) ? .done : unfinished(left, of: product.sku)
    }

    /// What a product needs to be as it shall be, its pictures aside.
    private func effects(left product: DesiredProduct) -> [Effect] {
        var left: [Effect] = []
        if let known = account.products[product.sku] {
            let changes = planner.changes(of: product, known: known)
            if !changes.isEmpty { left.append(.setFields(sku: product.sku, changes: changes)) }
        } else {
            left = planner.creationEffects(of: product)
        }
        return left + [planner.familyEffect(of: product)].compactMap { $0 }
    }

    func verdict(on target: DesiredLinks.Target, of links: DesiredLinks) -> Verdict {
        if isInDoubt(["link \(links.relation) \(links.source)"]) { return .inDoubt }
        let isLinked = account.links[links.relation]?[links.source]?.contains(
            KnownLink(target: target.sku, isOurs: true))
        if isLinked == true { return .done }
        let effect = self.links["\(links.relation) \(links.source) \(target.sku)"]
        let own = unfinished([effect].compactMap { $0 }, of: nil)
        guard own == .pending else { return own }
        // A product that cannot be there holds its links up.
        let held = [target.sku, links.source].map { unfinished(blockers(of: $0), of: $0) }
        return held.first { $0 != .pending } ?? .pending
    }

    /// A reference is done when the gallery shows it, and MAIN when it is the thumbnail too, unless
    /// a person chose another.
    func verdict(on picture: Picture, of product: DesiredProduct) -> Verdict {
        if isInDoubt([
            "asset \(picture.fileName)", "gallery \(product.sku)",
            "gallery \(product.sku) \(picture.fileName)", "thumbnail \(product.sku)",
        ]) {
            return .inDoubt
        }
        let known = account.products[product.sku]
        if account.goneAssets[picture.fileName] != nil {
            let failure = Accounting.Failure(deletedPicture: picture.fileName)
            return account.accepted[failure.key]
                == account.deletionFacts(picture: picture.fileName)
                ? .accepted(failure) : .failed(failure)
        }
        let upload = Effect.uploadAsset(
            AssetSource(file: picture.fileName, picture: picture.id, url: picture.url))
        guard let asset = account.assets[picture.fileName] else {
            return unfinished([upload] + blockers(of: product.sku), of: product.sku)
        }
        let isShown = known?.gallery.value?.contains(asset.id) == true
        let candidates = planner.pictureCandidates(of: product, known: known).filter { effect in
            switch effect {
            case .setThumbnail(_, let file, _): file == picture.fileName
            default: !isShown
            }
        }
        if isShown, !isGone(product.sku), candidates.isEmpty { return .done }
        let links =
            isShown ? [] : planner.linkEffects(of: product).filter { $0.shows(picture.fileName) }
        return unfinished(candidates + links + blockers(of: product.sku), of: product.sku)
    }

    /// What must be done before anything can be done with a product of ours.
    private func blockers(of sku: String) -> [Effect] {
        guard account.products[sku] == nil, let product = products[sku] else { return [] }
        return planner.creationEffects(of: product)
    }

    private func isInDoubt(_ keys: [String]) -> Bool {
        !doubts.isEmpty && keys.contains(where: doubts.contains)
    }

    private func isGone(_ sku: String) -> Bool { account.products[sku]?.isGone == true }

    /// Failures of what every product needs, and pictures that are there twice; each with whether
    /// a person took it as it is.
    var commonFailures: [(Accounting.Failure, isAccepted: Bool)] {
        let kinds = ["attribute ", "options ", "family ", "family-attributes ", "relation "]
        return account.failures.sorted { $0.key < $1.key }.filter { key, _ in
            (kinds + [KnownFailure.extraPrefix]).contains(where: key.hasPrefix)
        }.map { key, known in
            (failure(key, known), isAccepted: account.accepted[key] == known.facts)
        }
    }

    /// Why something is not done: it failed with the input that it still has, or waits.
    private func unfinished(_ effects: [Effect], of sku: String?) -> Verdict {
        if let sku, isGone(sku) {
            let failure = Accounting.Failure(deleted: sku)
            return account.accepted[failure.key] == account.deletionFacts(sku)
                ? .accepted(failure) : .failed(failure)
        }
        guard !account.failures.isEmpty else { return .pending }
        for effect in effects {
            guard let known = account.failure(of: effect) else { continue }
            let failure = failure(effect.key, known)
            return account.accepted[effect.key] == known.facts
                ? .accepted(failure) : .failed(failure)
        }
        return .pending
    }

    private func failure(_ key: String, _ known: KnownFailure) -> Accounting.Failure {
        Accounting.Failure(
            key: key, subject: known.subject, phase: known.phase, reason: known.reason,
            attempts: known.attempts,
            isSetAside: known.permanence == .item || known.attempts >= settings.attemptsMax)
    }
}

extension Effect {
    /// Whether it adds this one file to a gallery.
    fileprivate func shows(_ name: String) -> Bool {
        if case .linkAsset(_, _, name) = self { true } else { false }
    }
}
