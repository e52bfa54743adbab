import AmazonSandbox
import Catalog
import PlytixSandbox
import SandboxFaults
import SandboxWorld

extension Trial {
    /// The trial of a seed.
    ///
    /// Catalogues are small mostly: a fault finds its way in a few items, and small trials are
    /// many trials. With an `itemsMax` larger ones are cut, the faults stay.
    package init(seed: UInt64, itemsMax: Int = 40) {
        var random = SplitMix64(seed: SplitMix64.mixed(seed &+ 0x5EED))
        let size = random.pick(byWeight: [60, 25, 15])
        let items = random.number(in: [1...5, 6...14, 15...40][size])
        self.init(seed: seed, items: min(items, itemsMax), catalogue: UInt64(random.below(8)))
        amazonQuirks = Self.some(of: Self.amazonQuirks, &random)
        plytixQuirks = Self.some(of: Self.plytixQuirks, &random)
        let rules = Self.plytixQuirks.filter(\.isOfAssetDuplicates)
        if random.chance(1, outOf: 2), !plytixQuirks.contains(where: \.isOfAssetDuplicates) {
            plytixQuirks.append(random.pick(rules))
        }
        searchLag = .seconds(
            [0, random.number(in: 1...9), random.number(in: 11...60)][
                random.pick(byWeight: [60, 30, 10])])
        acceptedDelay = .seconds([1, random.number(in: 2...30)][random.pick(byWeight: [80, 20])])
        limits = Self.limits(&random)
        reserve = random.pick([0.2, 0.2, 0.2, 0])
        concurrency = random.pick([1, 2, 4, 8, 8, 16])
        // Amazon's token bucket and Plytix' windows make a few dozen requests of a small catalogue.
        let requests = 40 + items * 6
        stages = (0..<random.number(in: 1...3)).map { _ in
            Stage(
                pause: .seconds(random.pick([1, 5, 60, 600, 4_000, 90_000])),
                faults: FaultPlan(
                    seed: random.next(),
                    rules: (0..<random.number(in: 0...4)).map { _ in Self.rule(&random) }),
                incidents: (0..<random.pick([0, 0, 1, 1, 2, 3])).map { _ in
                    TimedIncident(
                        request: random.number(in: 1...requests), Self.incident(&random))
                })
        }
        turnIntoCorner(&random)
        letAmazonChange(&random, requests: requests)
    }

    // MARK: Corners

    /// What chance alone meets too seldom: the bounds themselves.
    private mutating func turnIntoCorner(_ random: inout SplitMix64) {
        switch random.pick(byWeight: [80, 10, 10]) {
        case 1:
            // The latest arrival that H allows and the slowest search that L allows, where nothing
            // but a search tells a picture that is there.
            searchLag = Self.searchLagMax
            plytixQuirks.removeAll { $0.isOfAssetDuplicates }
            plytixQuirks.append(.assetDuplicateNone)
            addToFirst(
                FaultRule(
                    FaultMatch(
                        method: "POST", path: "/api/v1/assets",
                        occasion: .nth([random.number(in: 1...3)])),
                    Fault(.none, delay: Self.arrivalMax - .seconds(random.number(in: 1...4)))))
        case 2:
            // Something whose name differs in case only is there, and no answer tells that ours is
            // not: what makes ours is lost on its way.
            let number = random.below(max(1, min(items, 3)))
            for work in [
                Incident.Handiwork.createLookalike(number), .uploadLookalike(product: number),
            ] {
                stages[0].incidents.append(TimedIncident(request: 5, .person(work)))
            }
            for (path, mark) in [("/api/v1/assets", "\"url\":"), ("/api/v1/products", "Draft")] {
                addToFirst(
                    FaultRule(
                        FaultMatch(method: "POST", path: path, body: mark), Fault(.dropBefore)),
                    timesMax: random.number(in: 1...6))
            }
            if random.chance(1, outOf: 2) { plytixQuirks.append(.skuInIgnoresCase) }
        default: break
        }
    }

    /// Changes of the catalogue and slow pictures; drawn last, so that what a seed stood for before
    /// they were thought of is what it stands for still, but for these.
    private mutating func letAmazonChange(_ random: inout SplitMix64, requests: Int) {
        if random.chance(1, outOf: 10) {
            let slow = Incident.picture(random.below(40), .slow)
            stages[0].incidents.append(TimedIncident(request: 1, slow))
        }
        switch random.pick(byWeight: [60, 30, 10]) {
        case 1:
            for _ in 0..<random.number(in: 1...3) {
                let stage = random.below(stages.count)
                stages[stage].incidents.append(
                    TimedIncident(
                        request: random.number(in: 1...requests),
                        .amazon(Self.amazonChange(&random))))
            }
        case 2: letAmazonChangeTwice(&random)
        default: break
        }
    }

    /// A change whose request is lost and still under way when the run dies; the next run begins at
    /// once, and Amazon says something else by then.
    private mutating func letAmazonChangeTwice(_ random: inout SplitMix64) {
        let change = Self.amazonChange(&random)
        let next: AmazonChange =
            switch change {
            case .retitle(let item, let edition): .retitle(item: item, edition: edition + 1)
            case .swapPictures, .move: change
            }
        let lost = FaultRule(
            FaultMatch(
                path: "/api/v1/products/", occasion: .nth(Array(1...random.number(in: 1...6)))),
            Fault(.none, delay: Self.arrivalMax - .seconds(random.number(in: 1...40))))
        stages += [
            Stage(
                pause: .seconds(90_000),
                faults: FaultPlan(seed: random.next(), rules: [lost]),
                incidents: [
                    TimedIncident(request: 1, .amazon(change)),
                    TimedIncident(request: random.number(in: 5...30), .death),
                ]),
            Stage(
                pause: .seconds(random.number(in: 1...60)),
                incidents: [TimedIncident(request: 1, .amazon(next))]),
        ]
    }

    private static func amazonChange(_ random: inout SplitMix64) -> AmazonChange {
        let number = random.below(40)
        switch random.below(3) {
        case 0: return .retitle(item: number, edition: random.number(in: 1...9))
        case 1: return .swapPictures(item: number)
        default: return .move(child: number)
        }
    }

    private mutating func addToFirst(_ rule: FaultRule, timesMax: Int? = nil) {
        var rule = rule
        rule.timesMax = timesMax
        stages[0].faults.rules.insert(rule, at: 0)
    }

    /// Quirks of which each seed draws a few; those that make Amazon leave items out are known by
    /// the export itself, which says that it is not whole.
    static let amazonQuirks = AmazonSandbox.Quirk.allCases
    static let plytixQuirks = PlytixSandbox.Quirk.allCases

    private static func some<Quirk>(of all: [Quirk], _ random: inout SplitMix64) -> [Quirk] {
        let count = random.pick([0, 0, 1, 2, 3, 5, 8])
        var indices = Set<Int>()
        for _ in 0..<count { indices.insert(random.below(all.count)) }
        return indices.sorted().map { all[$0] }
    }

    private static func limits(_ random: inout SplitMix64) -> [AccountConfiguration.Limit] {
        switch random.pick(byWeight: [70, 15, 15]) {
        case 0: AccountConfiguration.Limit.paidPlan
        case 1: [.init(requests: random.number(in: 4...20), seconds: 10)]
        default:
            [
                .init(requests: random.number(in: 5...20), seconds: 10),
                .init(requests: random.number(in: 60...400), seconds: 3_600),
            ]
        }
    }

    // MARK: What happens to requests

    private static func rule(_ random: inout SplitMix64) -> FaultRule {
        var match = target(&random)
        switch random.pick(byWeight: [60, 25, 15]) {
        case 0: match.occasion = .nth([random.number(in: 1...12)])
        case 1:
            let first = random.number(in: 1...20)
            match.occasion = .nth(Array(first...first + random.number(in: 1...8)))
        default: match.occasion = .probability(random.pick([0.02, 0.05, 0.2]))
        }
        return FaultRule(match, fault(&random))
    }

    /// Writes mostly, since only they can be lost.
    private static func target(_ random: inout SplitMix64) -> FaultMatch {
        switch random.pick(byWeight: [15, 20, 15, 8, 8, 8, 8, 6, 6, 6]) {
        case 0: FaultMatch()
        case 1: FaultMatch(method: "POST", path: "/api/v1/assets")
        case 2: FaultMatch(method: "POST", path: "/api/v1/products")
        case 3: FaultMatch(method: "PATCH", path: "/api/v1/products")
        case 4: FaultMatch(method: "POST", path: "/relationships")
        case 5: FaultMatch(method: "POST", path: "famil")
        case 6: FaultMatch(method: "POST", path: "/attributes")
        case 7: FaultMatch(method: "POST", path: "/search")
        case 8: FaultMatch(path: "get-token")
        default: FaultMatch(path: "/catalog/")
        }
    }

    private static func fault(_ random: inout SplitMix64) -> Fault {
        let body = random.pick(Fault.Body.allCases)
        switch random.pick(byWeight: [12, 18, 6, 8, 14, 4, 8, 12, 4, 4, 5, 5]) {
        case 0: return Fault(.dropBefore)
        case 1: return Fault(.dropAfter)
        case 2: return Fault(.twice)
        case 3: return Fault(.none, delay: .seconds(random.number(in: 5...28)))
        case 4:
            // Later than the client waits, earlier than H.
            return Fault(.none, delay: .seconds(random.number(in: 61...115)))
        case 5: return Fault(.none, delay: .seconds(random.number(in: 140...900)))
        case 6: return Fault(.none, answerDelay: .seconds(random.number(in: 20...90)))
        case 7:
            return Fault(
                .answer(
                    status: random.pick([500, 502, 503]), body: body, pause: .absent,
                    isApplied: random.chance(1, outOf: 2)))
        case 8: return Fault(.cut(bodyBytes: random.below(40)))
        case 9: return Fault(.brokenJSON)
        case 10:
            return Fault(
                .answer(
                    status: random.pick([401, 403]), body: body, pause: .absent, isApplied: false))
        default:
            let pauses: [Fault.Pause] = [
                .absent, .text("1"), .text("7"), .text("0.5"), .text("2400"), .text("1089.492"),
                .date(after: .seconds(30)),
            ]
            return Fault(
                .answer(status: 429, body: body, pause: random.pick(pauses), isApplied: false))
        }
    }

    // MARK: What happens beside them

    private static func incident(_ random: inout SplitMix64) -> Incident {
        let number = random.below(40)
        switch random.pick(byWeight: [20, 6, 6, 6, 8, 5, 5, 5, 10, 29]) {
        case 0: return .death
        case 1: return .interruption
        case 2: return .diskFull
        case 3: return .clockJump(.seconds(random.pick([-7_200, -30, 30, 4_000, 90_000])))
        case 4: return .rival(requests: random.pick([10, 60, 500]))
        case 5: return .tokensRevoked
        case 6: return .rightWithdrawn(random.pick([.products, .assets, .families]))
        case 7: return .unreachable(requests: random.pick([1, 3, 40]))
        case 8: return .picture(number, random.pick([.missing, .empty, .page]))
        default:
            let works: [Incident.Handiwork] = [
                .edit(product: number), .complete(product: number), .deleteProduct(number),
                .deletePicture(product: number), .createProduct(number), .createLookalike(number),
                .uploadLookalike(product: number),
            ]
            return .person(random.pick(works))
        }
    }
}

extension PlytixSandbox.Quirk {
    /// Whether it says what makes an upload a duplicate.
    var isOfAssetDuplicates: Bool {
        [
            .assetDuplicateByBytes, .assetDuplicateByName, .assetDuplicateByURLAndName,
            .assetDuplicateNone,
        ].contains(self)
    }
}
