import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

/// What we wrote into a field.
enum Written: Sendable {
    case never
    case wrote(String)
    case cleared
}

/// One field of a product that is there: what we wrote, what is there now, what Amazon says.
struct FieldCase: Sendable, CustomTestStringConvertible {
    let rule: WriteRule
    let written: Written
    let live: JSONValue?
    let desired: String?
    /// Amazon said it after our last write.
    var isNews = false
    /// The change as text; nil for none.
    let change: String?

    var testDescription: String {
        "\(rule.rawValue): wrote \(written), live \(live?.text ?? "none"), desired \(desired ?? "none")"
            + (isNews ? ", news" : "")
    }

    init(
        _ rule: WriteRule, _ written: Written, _ live: JSONValue?, _ desired: String?,
        news: Bool = false, _ change: String?
    ) {
        self.rule = rule
        self.written = written
        self.live = live
        self.desired = desired
        self.isNews = news
        self.change = change
    }
}

@Suite struct `What the rule of a field makes of its three values` {
    static let sku = "AMZN-US-B07X8Z63ZL"
    static let field = "attributes.amazon_color"

    static let always: [FieldCase] = [
        .init(.always, .never, nil, "x", "none -> \"x\" (always, rule)"),
        .init(.always, .never, nil, "x", news: true, "none -> \"x\" (always, amazon)"),
        .init(.always, .never, "x", "x", nil),
        .init(.always, .never, "y", "x", news: true, "\"y\" -> \"x\" (always, amazon)"),
        .init(.always, .never, "y", "x", "\"y\" -> \"x\" (always, rule)"),
        .init(.always, .never, "y", nil, nil),
        .init(.always, .never, nil, nil, nil),
        .init(.always, .wrote("x"), "x", "x", nil),
        .init(.always, .wrote("x"), "x", "x", news: true, nil),
        .init(.always, .wrote("x"), "x", "y", news: true, "\"x\" -> \"y\" (always, amazon)"),
        .init(.always, .wrote("x"), "x", "y", "\"x\" -> \"y\" (always, rule)"),
        .init(.always, .wrote("x"), "y", "x", "\"y\" -> \"x\" (always, person)"),
        .init(.always, .wrote("x"), "z", "y", news: true, "\"z\" -> \"y\" (always, person)"),
        .init(.always, .wrote("x"), "y", "y", nil),
        .init(.always, .wrote("x"), nil, "x", "none -> \"x\" (always, person)"),
        .init(.always, .wrote("x"), .null, "x", "null -> \"x\" (always, person)"),
        .init(.always, .wrote("x"), "x", nil, news: true, "\"x\" -> none (always, amazon)"),
        .init(.always, .wrote("x"), "x", nil, "\"x\" -> none (always, rule)"),
        .init(.always, .wrote("x"), "y", nil, "\"y\" -> none (always, person)"),
        .init(.always, .wrote("x"), nil, nil, nil),
        .init(.always, .wrote("x"), .null, nil, nil),
        .init(.always, .wrote("x"), "", nil, nil),
        .init(.always, .cleared, nil, nil, nil),
        .init(.always, .cleared, nil, "x", news: true, "none -> \"x\" (always, amazon)"),
        .init(.always, .cleared, "y", nil, "\"y\" -> none (always, person)"),
        .init(.always, .never, "y", "", nil),
    ]

    static let fillEmpty: [FieldCase] = [
        .init(.fillEmpty, .never, nil, "x", news: true, "none -> \"x\" (fill-empty, amazon)"),
        .init(.fillEmpty, .never, .null, "x", news: true, "null -> \"x\" (fill-empty, amazon)"),
        .init(.fillEmpty, .never, "", "x", news: true, "\"\" -> \"x\" (fill-empty, amazon)"),
        .init(.fillEmpty, .never, [], "x", news: true, "[] -> \"x\" (fill-empty, amazon)"),
        .init(.fillEmpty, .never, "y", "x", news: true, nil),
        .init(.fillEmpty, .never, false, "x", news: true, nil),
        .init(.fillEmpty, .never, 0, "x", news: true, nil),
        .init(.fillEmpty, .never, nil, nil, nil),
        .init(.fillEmpty, .never, "y", nil, nil),
        .init(.fillEmpty, .wrote("x"), "x", "y", news: true, nil),
        .init(.fillEmpty, .wrote("x"), "y", "x", nil),
        .init(.fillEmpty, .wrote("x"), "x", nil, news: true, nil),
        .init(.fillEmpty, .wrote("x"), nil, "x", "none -> \"x\" (fill-empty, person)"),
        .init(.fillEmpty, .cleared, nil, "x", news: true, "none -> \"x\" (fill-empty, amazon)"),
    ]

    static let never: [FieldCase] = [
        .init(.never, .never, nil, "x", news: true, nil),
        .init(.never, .never, "y", "x", news: true, nil),
        .init(.never, .wrote("x"), "x", "y", news: true, nil),
        .init(.never, .wrote("x"), "y", "x", nil),
        .init(.never, .wrote("x"), nil, "x", nil),
        .init(.never, .wrote("x"), "x", nil, news: true, nil),
    ]

    @Test(arguments: always + fillEmpty + never)
    func `the rule decides, and the change says why`(field: FieldCase) throws {
        let scene = try Self.scene(field)
        let change = scene.plan().changes(of: Self.sku).first { $0.field == Self.field }
        #expect(change?.line == field.change.map { "\(Self.field) \($0)" })
    }

    @Test(arguments: always + fillEmpty + never)
    func `once it is carried out nothing is left to do`(field: FieldCase) throws {
        var scene = try Self.scene(field)
        try scene.sync()
        #expect(scene.plan().lines == [])
    }

    /// A product with one attribute, in the state of the case.
    static func scene(_ field: FieldCase) throws -> Scene {
        let rule = AttributeRule(
            "amazon_color", from: .field(.color), type: .text, rule: field.rule)
        let item = AmazonItem.boot().with {
            $0.color = field.desired
            $0.pictures = []
        }
        // The product was made when the attribute was not mapped yet.
        var none = PlanningSettings()
        none.attributes = []
        var scene = try Scene.synced([item], settings: none)
        scene.settings = PlanningSettings(rule)
        switch field.written {
        case .never: break
        case .wrote(let value): try scene.write(sku, Self.field, .string(value))
        case .cleared: try scene.write(sku, Self.field, nil)
        }
        if scene.account.products[sku]?.fields[Self.field]?.live != field.live {
            try scene.edit(sku, [(Self.field, field.live)])
        }
        if field.isNews { try scene.history.export(item) }
        return scene
    }
}
