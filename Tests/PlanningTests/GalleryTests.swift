import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `The gallery of a product` {
    static let sku = "AMZN-US-B07X8Z63ZL"
    static let a = file("a"), b = file("b"), c = file("c"), d = file("d")

    static func file(_ id: String) -> String { Picture.fileName(id: id, extension: "jpg") }

    /// A boot that shows these pictures, in the order of slots.
    static func boot(_ ids: String...) -> AmazonItem {
        AmazonItem.boot().with { item in
            item.pictures = ids.enumerated().map { index, id in
                .example(id, slot: index == 0 ? "MAIN" : "PT0\(index)")
            }
        }
    }

    @Test func `shows each picture once, in slot order`() throws {
        var scene = Scene()
        try scene.history.export(
            AmazonItem.boot().with {
                $0.pictures = [
                    .example("c", slot: "SWCH"), .example("b", slot: "PT01"), .example("a"),
                    .example("a", slot: "PT02"),
                    .example("b", slot: "PT01", side: 75, suffix: "._SL75_"),
                ]
            })
        try scene.sync()
        #expect(scene.shown(Self.sku) == [Self.a, Self.b, Self.c])
    }

    @Test func `is set whole when a picture comes, goes or moves`() throws {
        let changes: [(AmazonItem, [String])] = [
            (Self.boot("a", "b", "c"), [Self.a, Self.b, Self.c]),
            (Self.boot("b", "a"), [Self.b, Self.a]),
            (Self.boot("a", "c"), [Self.a, Self.c, Self.b]),
            (Self.boot("a"), [Self.a, Self.b]),
        ]
        for (item, files) in changes {
            var scene = try Scene.synced([Self.boot("a", "b")])
            try scene.history.export(item)
            try scene.sync()
            #expect(scene.shown(Self.sku) == files)
            #expect(scene.plan().lines == [])
        }
    }

    @Test(arguments: [PlanningSettings.OnRemoval.keep, .remove])
    func `keeps or loses what Amazon shows no more`(onRemoval: PlanningSettings.OnRemoval) throws {
        var settings = PlanningSettings()
        settings.onRemoval = onRemoval
        var scene = try Scene.synced([Self.boot("a", "b", "c")], settings: settings)
        try scene.history.export(Self.boot("a", "c"))
        try scene.sync()
        #expect(
            scene.shown(Self.sku)
                == (onRemoval == .keep ? [Self.a, Self.c, Self.b] : [Self.a, Self.c]))
        try scene.history.export(AmazonItem.boot().with { $0.pictures = [] })
        try scene.sync()
        #expect(scene.shown(Self.sku).isEmpty == (onRemoval == .remove))
    }

    @Test(arguments: [PlanningSettings.OnRemoval.keep, .remove])
    func `keeps what people put there, behind ours`(onRemoval: PlanningSettings.OnRemoval) throws {
        var settings = PlanningSettings()
        settings.onRemoval = onRemoval
        var scene = try Scene.synced([Self.boot("a", "b")], settings: settings)
        try scene.look(
            Self.sku,
            gallery: [("x", "front.jpg"), ("a", Self.a), ("y", nil), ("b", Self.b)])
        #expect(
            scene.plan([.images]).lines(.products).map { $0.prefix { $0 != "+" } } == [
                "products: amazon_images of \(Self.sku) [front.jpg, \(Self.a), id:y, \(Self.b)] -> "
                    + "[\(Self.a), \(Self.b), front.jpg, id:y] "
            ])
        try scene.sync()
        #expect(scene.shown(Self.sku) == [Self.a, Self.b, "front.jpg", "id:y"])
        #expect(scene.plan().lines == [])
    }

    @Test func `gets back what somebody took out`() throws {
        var scene = try Scene.synced([Self.boot("a", "b")])
        try scene.look(Self.sku, gallery: [("b", Self.b)])
        try scene.sync()
        #expect(scene.shown(Self.sku) == [Self.a, Self.b])
    }

    @Test(arguments: [0, 1, 2])
    func `shows no more pictures than the settings allow`(count: Int) throws {
        var settings = PlanningSettings()
        settings.picturesMax = count
        var scene = Scene()
        scene.settings = settings
        try scene.history.export(Self.boot("a", "b", "c"))
        #expect(scene.plan().lines(.assets).count == count)
        try scene.sync()
        #expect(scene.shown(Self.sku) == Array([Self.a, Self.b, Self.c].prefix(count)))
        #expect(scene.plan().lines == [])
    }

    @Test func `shares its pictures with others: each is uploaded once`() throws {
        var scene = Scene()
        try scene.history.export(
            Self.boot("a", "b"),
            AmazonItem.boot("B07TBFZL3N").with { $0.pictures = Self.boot("b", "a").pictures })
        #expect(scene.plan().lines(.assets).count == 2)
        try scene.sync()
        #expect(scene.shown("AMZN-US-B07TBFZL3N") == [Self.b, Self.a])
    }

    @Test func `does without a picture that is gone, and asks for it no more`() throws {
        var scene = Scene()
        scene.server.isForgiving = true
        scene.server.refuses = { $0.key == "asset \(Self.b)" ? .item : nil }
        try scene.history.export(Self.boot("a", "b", "c"))
        try scene.sync()
        #expect(scene.shown(Self.sku) == [Self.a, Self.c])
        #expect(scene.plan().lines == [])
        // The same picture at another host is the same picture.
        try scene.history.export(
            Self.boot("a", "b", "c").with {
                $0.pictures[1] = ListedPicture(
                    slot: "PT01", url: "https://images-na.ssl-images-amazon.com/images/I/b.jpg",
                    width: 1500, height: 1500)
            })
        #expect(scene.plan().lines == [])
    }

    @Test func `takes up a picture that was gone when a person asks for it`() throws {
        var scene = Scene()
        scene.server.isForgiving = true
        scene.server.refuses = { $0.key == "asset \(Self.b)" ? .item : nil }
        try scene.history.export(Self.boot("a", "b", "c"))
        try scene.sync()
        let upload = Effect.uploadAsset(AssetSource(file: Self.b, picture: "b", url: ""))
        try scene.accept(upload)
        #expect(scene.plan().lines == [])
        try scene.record(RetryAsked(keys: [upload.key]))
        scene.server.refuses = { _ in nil }
        try scene.sync()
        #expect(scene.shown(Self.sku) == [Self.a, Self.b, Self.c])
    }

    @Test(arguments: 1...6)
    func `tries a passing failure a bounded number of times`(attempts: Int) throws {
        var scene = Scene()
        try scene.history.export(Self.boot("a"))
        let upload = Effect.uploadAsset(AssetSource(file: Self.a, picture: "a", url: ""))
        try scene.fail(upload, .transient, attempt: attempts)
        #expect(scene.plan().lines(.assets).isEmpty == (attempts >= 5))
    }

    @Test func `link by link: what is missing is added, one request each`() throws {
        var scene = try Scene.synced([Self.boot("a", "b")])
        try scene.record(TargetLearned(topic: "gallery-by-list", value: false, evidence: "seen"))
        try scene.look(Self.sku, gallery: [("x", "front.jpg"), ("a", Self.a), ("b", Self.b)])
        try scene.history.export(Self.boot("d", "c", "a"))
        #expect(
            scene.plan().lines(.galleries) == [
                "galleries: amazon_images of \(Self.sku) gets \(Self.d)",
                "galleries: amazon_images of \(Self.sku) gets \(Self.c)",
            ])
        try scene.sync()
        #expect(scene.shown(Self.sku) == ["front.jpg", Self.a, Self.b, Self.d, Self.c])
        #expect(scene.plan().lines == [])
    }

    @Test func `link by link: each file fails for itself`() throws {
        var scene = try Scene.synced([Self.boot("a")])
        try scene.record(TargetLearned(topic: "gallery-by-list", value: false, evidence: "seen"))
        try scene.history.export(Self.boot("a", "b", "c"))
        try scene.carryOut(scene.plan().limitedTo(.assets))
        for file in [Self.b, Self.c] {
            try scene.fail(.linkAsset(sku: Self.sku, label: "amazon_images", file: file))
        }
        #expect(scene.plan().lines == [])
    }

    @Test func `link by link: not of a product that cannot be made`() throws {
        var scene = Scene()
        try scene.history.export(Self.boot("a"))
        try scene.record(TargetLearned(topic: "gallery-by-list", value: false, evidence: "seen"))
        try scene.fail(.createProduct(sku: Self.sku))
        let plan = scene.plan()
        #expect(plan.lines(.products, .families) == [])
        #expect(plan.lines(.galleries) == [])
    }

    @Test func `pictures of a product that cannot be made are not uploaded`() throws {
        var scene = Scene()
        try scene.history.export(Self.boot("a"))
        try scene.fail(.createProduct(sku: Self.sku))
        #expect(scene.plan().lines(.assets) == [])
    }

    @Test func `of two pictures that are one file in Plytix shows that one once`() throws {
        var scene = try Scene.synced([Self.boot("a")])
        let id = scene.account.assets[Self.a]?.id ?? ""
        try scene.record(
            AssetUploaded(picture: "b", file: Self.b, id: id, url: "https://h/b.jpg", adopted: true)
        )
        try scene.history.export(Self.boot("a", "b"))
        #expect(scene.plan().lines == [])
    }
}

extension Scene {
    /// The file names in the gallery of a product.
    func shown(_ sku: String) -> [String] {
        (account.products[sku]?.gallery.value ?? []).map(account.fileName)
    }

    /// We see a gallery of assets by id and file name; our own files have their own ids.
    mutating func look(_ sku: String, gallery: [(String, String?)]) throws {
        let assets = gallery.map { id, file in
            LiveAsset(id: file.flatMap { account.assets[$0]?.id } ?? id, file: file)
        }
        try see(sku) {
            $0.gallery = assets
            $0.looked = ["gallery"]
        }
    }
}
