import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `The thumbnail of a product` {
    static let sku = "AMZN-US-B07X8Z63ZL"
    static let a = Picture.fileName(id: "a", extension: "jpg")
    static let b = Picture.fileName(id: "b", extension: "jpg")

    static func boot(main: String?) -> AmazonItem {
        AmazonItem.boot().with {
            $0.pictures = [.example("a", slot: "PT01"), .example("b", slot: "PT02")]
            if let main { $0.pictures.append(.example(main)) }
        }
    }

    @Test func `is the MAIN picture`() throws {
        let scene = try Scene.synced([Self.boot(main: "a")])
        #expect(scene.thumbnail == Self.a)
    }

    @Test func `is none without a MAIN picture`() throws {
        let scene = try Scene.synced([Self.boot(main: nil)])
        #expect(scene.thumbnail == nil)
        #expect(scene.plan().lines == [])
    }

    @Test func `follows MAIN while it is ours`() throws {
        var scene = try Scene.synced([Self.boot(main: "a")])
        try scene.history.export(Self.boot(main: "b"))
        #expect(
            scene.plan().effects.map(\.line).contains(
                "thumbnail of \(Self.sku) \(Self.a) -> \(Self.b)"))
        try scene.sync()
        #expect(scene.thumbnail == Self.b)
    }

    @Test func `stays when MAIN is gone`() throws {
        var scene = try Scene.synced([Self.boot(main: "a")])
        try scene.history.export(Self.boot(main: nil))
        #expect(!scene.plan().effects.contains { $0.key.hasPrefix("thumbnail") })
    }

    @Test(arguments: ["front.jpg", nil, "ours"])
    func `that a person chose stays, whatever Amazon does`(file: String?) throws {
        var scene = try Scene.synced([Self.boot(main: "a")])
        let chosen =
            file == "ours"
            ? LiveAsset(id: scene.account.assets[Self.b]?.id ?? "", file: Self.b)
            : LiveAsset(id: "x", file: file)
        try scene.look(thumbnail: chosen)
        #expect(scene.plan().lines == [])
        try scene.history.export(Self.boot(main: "c"))
        #expect(!scene.plan().effects.contains { $0.key.hasPrefix("thumbnail") })
    }

    @Test func `of a product found in the account stays when it is a stranger's`() throws {
        var scene = Scene()
        try scene.history.export(Self.boot(main: "a"))
        try scene.see(Self.sku) {
            $0.gallery = []
            $0.thumbnail = LiveThumbnail(asset: LiveAsset(id: "x", file: "front.jpg"))
            $0.looked = ["fields", "family", "gallery", "thumbnail"]
        }
        #expect(!scene.plan().effects.contains { $0.key.hasPrefix("thumbnail") })
    }

    @Test func `of a product found in the account is ours when it shows a picture of ours`() throws
    {
        var scene = try Scene.synced([Self.boot(main: "b").with { $0.pictures.removeFirst() }])
        let other = "AMZN-US-B07TBFZL3N"
        try scene.history.export(
            AmazonItem.boot("B07TBFZL3N").with { $0.pictures = [.example("a")] })
        let asset = LiveAsset(id: scene.account.assets[Self.b]?.id ?? "", file: Self.b)
        try scene.see(other) {
            $0.gallery = []
            $0.thumbnail = LiveThumbnail(asset: asset)
            $0.looked = ["fields", "family", "gallery", "thumbnail"]
        }
        #expect(
            scene.plan().effects.map(\.line).contains(
                "thumbnail of \(other) \(Self.b) -> \(Self.a)"))
    }

    @Test func `is not set to a picture that cannot be had`() throws {
        var scene = Scene()
        try scene.history.export(Self.boot(main: "a"))
        try scene.fail(.uploadAsset(AssetSource(file: Self.a, picture: "a", url: "")))
        #expect(!scene.plan().effects.contains { $0.key.hasPrefix("thumbnail") })
    }

    @Test func `that was refused for its own fault is not tried again`() throws {
        var scene = try Scene.synced([Self.boot(main: "a")])
        try scene.history.export(Self.boot(main: "b"))
        try scene.fail(.setThumbnail(sku: Self.sku, file: Self.b, old: nil))
        #expect(!scene.plan().effects.contains { $0.key.hasPrefix("thumbnail") })
    }
}

extension Scene {
    /// The file name of the thumbnail of the boot.
    var thumbnail: String? {
        (account.products[`The thumbnail of a product`.sku]?.thumbnail.value ?? nil).map(
            account.fileName)
    }

    /// We see the thumbnail of the boot.
    mutating func look(thumbnail: LiveAsset?) throws {
        try see(`The thumbnail of a product`.sku) {
            $0.thumbnail = LiveThumbnail(asset: thumbnail)
            $0.looked = ["thumbnail"]
        }
    }
}
