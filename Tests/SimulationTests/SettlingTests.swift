import Audit
import Catalog
import Delivery
import Events
import HTTP
import HTTPTypes
import JSON
import JournalStore
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Synchronization
import Testing

/// Requests that had left when the process died, and whose outcome nobody recorded.
@Suite struct `What is in doubt` {
    private static let creation = "POST /api/v1/products"
    private static let upload = "POST /api/v1/assets"
    /// Searches of a run that has nothing in doubt: one page of the merchant's own products.
    private static let ownPage = 1

    /// Requests of an operation that a run made.
    private func asked(_ report: RunReport, _ operation: String) -> Int {
        report.counts.filter { $0.key.system == "plytix" && $0.key.operation == operation }
            .reduce(0) { $0 + $1.count }
    }

    @Test func `is shown by status, and does not hold up an export`() throws {
        let dead = try SimulatedWorld().dying(
            .sync(), .requestApplied, of: Self.creation, time: 5)
        let shown = try WorldStanding(dead).status["targets"][0]["in_doubt"].elements
        let keys = shown.flatMap { $0["keys"].elements.compactMap(\.string) }
        #expect((1...8).contains(shown.count))
        #expect(keys.contains { $0.hasPrefix("create AMZN-US-") })
        var export = RunOrder.sync()
        export.phases = [.export]
        let report = try dead.run(export)
        #expect(report.done(.export) == 20)
        #expect(report.requests.plytix == 0)
        #expect(try dead.account.doubts.count == shown.count)
    }

    @Test func `of products costs one look-up for all of them`() throws {
        let dead = try SimulatedWorld().dying(
            .sync(), .requestApplied, of: Self.creation, time: 5)
        #expect(try dead.account.doubts.count >= 5)
        let before = dead.asked("createProduct", status: 201)
        let report = try dead.run(.sync())
        #expect(asked(report, "searchProducts") == Self.ownPage + 1)
        #expect(asked(report, "getProduct") == 0)
        #expect(dead.served.count == 20)
        // What had been made is not made again, but for a request that arrived after the look.
        #expect(asked(report, "createProduct") <= 20 - before + 1)
    }

    @Test func `of families costs nothing but to assign them again`() throws {
        let whole = try SimulatedWorld()
        _ = try whole.run(.sync())
        // The ids of two worlds are the same.
        let sku = try #require(whole.account.products.keys.sorted().last)
        let id = try #require(whole.account.productID(sku))
        let dead = try SimulatedWorld().dying(
            .sync(), .requestApplied, of: "POST /api/v1/products/\(id)/family", time: 1)
        let doubts = try dead.account.doubts.count
        #expect(doubts > 1)
        let assigned = dead.asked("assignFamily", status: 200)
        let report = try dead.run(.sync())
        #expect(asked(report, "searchProducts") == Self.ownPage)
        #expect(asked(report, "getProduct") == 0)
        #expect(asked(report, "assignFamily") <= 20 - assigned + doubts)
        #expect(report.done(.products) == 20)
    }

    @Test func `of families whose answers are always lost costs one read of each`() throws {
        let world = try SimulatedWorld()
        let report = try world.run(
            .sync(),
            wrap: {
                LossyTransport($0, .answer) { _, request in
                    RequestTarget(request.url).path.hasSuffix("/family") && request.method == .post
                }
            })
        #expect(report.done(.products) == 20)
        #expect(asked(report, "assignFamily") == 2 * 20)
        #expect(asked(report, "getProduct") == 20)
        #expect(try world.account.doubts.isEmpty)
        #expect(!report.failures.contains { $0.phase == .products })
    }

    @Test func `of one product that is known costs one read`() throws {
        let whole = try SimulatedWorld()
        _ = try whole.run(.sync())
        var later = World.bundled
        later.items[0].title = "Another title"
        let changed = try SimulatedWorld(after: whole, selling: later)
        var order = RunOrder.sync()
        order.allowsMassChange = true
        let sku = try #require(
            changed.account.products.keys.first { $0.hasSuffix(later.items[0].asin) })
        let id = try #require(changed.account.productID(sku))
        let dead = try changed.dying(
            order, .requestApplied, of: "PATCH /api/v1/products/\(id)", time: 1)
        #expect(try dead.account.doubts.count == 1)
        let report = try dead.run(order)
        #expect(asked(report, "searchProducts") == Self.ownPage)
        #expect(asked(report, "getProduct") == 1)
        #expect(report.requests.plytixWrites == 0)
    }

    @Test func `of products is read one by one where a column was deleted meanwhile`() throws {
        let dead = try SimulatedWorld().dying(
            .sync(), .requestApplied, of: Self.creation, time: 5)
        #expect(try dead.account.doubts.count > 1)
        dead.plytix.byHand(in: "default", at: dead.time.now) { editor in
            _ = editor.deleteAttribute("amazon_title")
        }
        let there = dead.asked("createProduct", status: 201)
        let report = try dead.run(.sync())
        #expect(asked(report, "getProduct") >= there)
        #expect(try dead.account.doubts.isEmpty)
        #expect(try dead.account.products.count == there)
    }

    @Test func `of links costs one look-up for all sources`() throws {
        let whole = try SimulatedWorld()
        _ = try whole.run(.sync())
        let account = try whole.account
        let path = try #require(account.relations["amazon_listings"]?.id)
        let sku = try #require(account.links["amazon_listings"]?.keys.sorted().first)
        let source = try #require(account.productID(sku))
        let dead = try SimulatedWorld().dying(
            .sync(), .requestApplied, of: "POST /api/v1/products/\(source)/relationships/\(path)",
            time: 1)
        let doubts = try dead.account.doubts.count
        #expect(doubts > 1)
        let linked = dead.asked("linkProducts")
        let report = try dead.run(.sync())
        #expect(asked(report, "searchProducts") == Self.ownPage + 1)
        #expect(asked(report, "getProduct") == 0)
        #expect(linked + asked(report, "linkProducts") <= whole.asked("linkProducts") + doubts)
        #expect(report.done(.relationships) == 22)
    }

    @Test func `of links that shall go is not settled by rows that show none at all`() throws {
        let before = try SimulatedWorld()
        _ = try before.run(.sync())
        var later = World.bundled
        for index in later.items.indices {
            later.items[index].parents = []
            later.items[index].children = []
            later.items[index].modelNumber = nil
            later.items[index].identifiers = []
        }
        let world = try SimulatedWorld(after: before, selling: later)
        var order = RunOrder.sync()
        order.allowsMassChange = true
        let asked = Mutex<Set<String>>([])
        _ = try world.run(
            order,
            wrap: {
                LossyTransport(
                    RewritingTransport(
                        transport: $0, isMeant: \.isProductSearch,
                        rewrite: { $0.withoutRelationships }),
                    .request
                ) { _, request in
                    guard request.url.hasSuffix("/unlink") else { return false }
                    asked.withLock { _ = $0.insert(request.url) }
                    return true
                }
            })
        #expect(asked.withLock { $0.count } > 1)
        let served = world.linkCount
        #expect(served > 0)
        let known = try world.account.links.values.flatMap(\.values).map(\.count)
        #expect(known.reduce(0, +) == served)
    }

    @Test(arguments: [CrashPoint.Moment.requestLeaves, .requestApplied])
    func `of pictures costs three requests each, once nothing can arrive any more`(
        moment: CrashPoint.Moment
    ) throws {
        let whole = try SimulatedWorld()
        _ = try whole.run(.sync())
        let dead = try SimulatedWorld().dying(.sync(), moment, of: Self.upload, time: 9)
        let doubts = try dead.account.doubts.count
        #expect(doubts >= 1)
        let died = dead.time.now
        let uploads = dead.asked("createAsset")
        let report = try dead.run(.sync())
        let delivery = dead.configuration.delivery
        #expect(dead.time.now >= died + delivery.arrivalMax)
        let more =
            uploads + asked(report, "createAsset") - whole.asked("createAsset")
            + asked(report, "searchAssets")
        #expect(more <= 3 * doubts)
        #expect(report.done(.images) == 124)
        #expect(try WorldStanding(dead).duplicates == [])
    }

    @Test func `of one account does not hold up another one`() throws {
        let first = try SimulatedWorld()
        _ = try first.run(.sync())
        var later = World.bundled
        let index = try #require(later.items.firstIndex { $0.asin == "B0SANDBX05" })
        later.items[index].pictures.append(
            World.PictureFile(slot: "PT08", file: "61newOne+L.jpg", width: 900, height: 900))
        let changed = try SimulatedWorld(after: first, selling: later)
        var order = RunOrder.sync()
        order.allowsMassChange = true
        let dead = try changed.dying(order, .requestLeaves, of: Self.upload, time: 1)
        let doubts = try dead.account.doubts
        #expect(!doubts.isEmpty)
        let writes = dead.plytix.writeCount(of: "default")
        var replay = RunOrder(
            command: ["plysync", "replay"], phases: [.products, .relationships, .images])
        replay.execute = true
        replay.replay = RunOrder.Replay(source: "default")
        let report = try dead.run(replay, target: "fresh")
        #expect(report.done(.products) == 20)
        #expect(try dead.account.doubts.keys == doubts.keys)
        #expect(dead.plytix.writeCount(of: "default") == writes)
    }

    @Test func `and has two candidates is set aside with both, and never guessed`() throws {
        let dead = try SimulatedWorld().dying(.sync(), .requestLeaves, of: Self.upload, time: 1)
        let doubt = try #require(dead.account.doubts.min { $0.key < $1.key }?.value)
        let key = try #require(doubt.effects.first?.key)
        let file = String(key.dropFirst("asset ".count))
        dead.plytix.byHand(in: "default", at: dead.time.now) { editor in
            _ = editor.uploadAsset(file, bytes: [1, 2, 3])
            _ = editor.uploadAsset(file, bytes: [4, 5, 6])
        }
        let report = try dead.run(.sync())
        let failure = try #require(report.failures.first { $0.key == key })
        #expect(failure.isSetAside)
        let ids =
            dead.plytix.state(of: "default")?["assets"].elements
            .filter { $0["filename"].string == file }.compactMap { $0["id"].string } ?? []
        #expect(ids.count >= 2)
        #expect(ids.allSatisfy { failure.reason.contains($0) })
        let settled = try dead.journal.reader().records(ofKind: EffectSettled.kind)
            .compactMap(\.body).map { String(decoding: $0, as: UTF8.self) }
        #expect(settled.contains { $0.contains("candidates") && $0.contains(ids[0]) })
        #expect(try dead.run(.sync()).requests.plytixWrites == 0)

        // Asked for again it is looked for, and not made a third time.
        try dead.record(RetryAsked(keys: [key]))
        let again = try dead.run(.sync())
        #expect(asked(again, "createAsset") == 0)
        #expect(again.failures.filter { $0.key.hasSuffix(file) }.map(\.key) == [key])
        #expect(!again.isComplete)
        dead.plytix.byHand(in: "default", at: dead.time.now) { _ = $0.deleteAsset(file) }
        try dead.record(RetryAsked(keys: [key]))
        let last = try dead.run(.sync())
        #expect(asked(last, "createAsset") == 0)
        #expect(last.failures.allSatisfy { $0.key != key })
        #expect(try WorldStanding(dead).duplicates == [])
        let id = try dead.account.assets[file]?.id
        #expect(id != nil && id.map(ids.contains) == true)
    }

    @Test func `holds up what shows it, and nothing else`() throws {
        let dead = try SimulatedWorld().dying(.sync(), .requestLeaves, of: Self.upload, time: 1)
        let files = try dead.account.doubts.values.flatMap(\.effects).compactMap { effect in
            if case .uploadAsset(let asset) = effect { asset.file } else { nil }
        }
        #expect(!files.isEmpty)
        let start = dead.time.now
        let soon = Mutex<[String]>([])
        let report = try dead.run(
            .sync(),
            wrap: {
                AnsweringTransport($0) { [time = dead.time] request in
                    if request.isProductCreation || request.url.hasSuffix("/api/v1/assets"),
                        time.now < start + .seconds(100)
                    {
                        soon.withLock { $0.append(request.text) }
                    }
                    return nil
                }
            })
        let early = soon.withLock { $0 }
        #expect(early.count { $0.contains("\"sku\"") } > 10)
        #expect(early.count { $0.contains("\"filename\"") } > 20)
        #expect(early.allSatisfy { text in files.allSatisfy { !text.contains("\"\($0)\"") } })
        #expect(report.done(.images) == 124)
        #expect(try WorldStanding(dead).duplicates == [])
    }

    @Test func `and cannot be looked for holds up nothing else, and is set aside in the end`()
        throws
    {
        let dead = try SimulatedWorld().dying(.sync(), .requestLeaves, of: Self.upload, time: 1)
        let doubts = try dead.account.doubts.count
        var sent: [Int] = []
        for number in 1...7 {
            let counted = Mutex<AnsweringTransport?>(nil)
            let report = try dead.run(
                .sync(),
                wrap: { transport in
                    let failing = AnsweringTransport(transport) {
                        $0.url.hasSuffix("/api/v1/assets/search") ? .unacceptable : nil
                    }
                    counted.withLock { $0 = failing }
                    return failing
                })
            #expect(report.stop == nil)
            if number == 1 { #expect(report.done(.products) ?? 0 > 10) }
            sent.append(counted.withLock { $0?.count ?? 0 })
            try dead.time.pass(.seconds(4_000))
        }
        let runs = dead.configuration.planning.attemptsMax
        #expect(sent.prefix(runs).allSatisfy { $0 == doubts }, "\(sent)")
        #expect(sent.dropFirst(runs).allSatisfy { $0 == 0 }, "\(sent)")
        #expect(try dead.account.doubts.isEmpty)

        // Once it can be looked for, a retry brings it without a second one.
        try dead.record(RetryAsked(keys: dead.account.failedKeys(because: nil)))
        let last = try dead.run(.sync())
        #expect(last.done(.images) == 124)
        #expect(try WorldStanding(dead).duplicates == [])
    }

    @Test func `of a product that cannot be read is sent again, and stops no other`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(.sync())
        var later = World.bundled
        for index in later.items.indices where later.items[index].title != nil {
            later.items[index].title? += ", new"
        }
        let changed = try SimulatedWorld(after: world, selling: later)
        var order = RunOrder.sync()
        order.allowsMassChange = true
        let lost = Mutex(0)
        let report = try changed.run(
            order,
            wrap: { transport in
                let failing = AnsweringTransport(transport) { request in
                    request.method == .get && request.url.contains("/api/v1/products/")
                        ? .failing : nil
                }
                return LossyTransport(failing, .answer) { _, request in
                    guard request.method == .patch else { return false }
                    return lost.withLock { lost in
                        lost += 1
                        return lost == 1
                    }
                }
            })
        #expect(report.stop == nil)
        #expect(report.left(.products) == 0)
        #expect(try changed.account.doubts.isEmpty)
    }
}

extension JSONValue {
    /// A search's answer whose rows say nothing of links.
    fileprivate var withoutRelationships: JSONValue {
        guard var answer = object else { return self }
        answer["data"] = .array(
            self["data"].elements.map { row in
                guard var object = row.object else { return row }
                object["relationships"] = nil
                return .object(object)
            })
        return .object(answer)
    }
}

extension SimulatedWorld {
    /// Links between products, as Plytix serves them.
    fileprivate var linkCount: Int {
        (plytix.state(of: "default")?["products"].elements ?? []).reduce(0) { sum, product in
            ["amazon_hierarchy", "amazon_listings"].reduce(sum) {
                $0 + product["relations"][$1].elements.count
            }
        }
    }
}
