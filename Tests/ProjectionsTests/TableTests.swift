import Catalog
import SandboxWorld
import TestSupport
import Testing

@testable import Projections

@Suite struct `A table, wherever its entries lie` {
    private typealias Texts = Table<String, String>

    // The last four are two keys only, and one is ASCII's `K` by another name.
    private let keys =
        (0..<12).map { "key \($0)" } + ["", "K", "\u{212A}", "caf\u{E9}", "cafe\u{301}"]

    @Test(arguments: Seeds.first(20))
    func `does what a dictionary does`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var table = Texts()
        var model: [String: String] = [:]
        for _ in 0..<300 {
            let key = random.pick(keys)
            let value = random.word(2)
            switch random.below(6) {
            case 0:
                table[key] = nil
                model[key] = nil
            case 1:
                table[key, default: "x"] += value
                model[key, default: "x"] += value
            case 2:
                table[key]?.append(value)
                model[key]?.append(value)
            case 3 where random.chance(200): table = try Self.stored(table)
            default:
                table[key] = value
                model[key] = value
            }
            check(table, model)
        }
    }

    private func check(_ table: Texts, _ model: [String: String]) {
        #expect(table.count == model.count)
        #expect(table.isEmpty == model.isEmpty)
        #expect(table.keys.sorted() == model.keys.sorted())
        #expect(table.values.sorted() == model.values.sorted())
        #expect(Dictionary(table.map { ($0.key, $0.value) }) { $1 } == model)
        for key in keys {
            #expect(table[key] == model[key])
            #expect(table[key, default: "none"] == model[key, default: "none"])
        }
    }

    @Test func `filters and merges like a dictionary`() throws {
        let table = try Self.stored(["a": "1", "b": "2", "\u{E9}": "3"])
        check(table.filter { $0.value != "2" }, ["a": "1", "\u{E9}": "3"])
        var merged = table
        merged.merge(["a": "7", "c": "8"]) { old, new in old + new }
        check(merged, ["a": "17", "b": "2", "c": "8", "\u{E9}": "3"])
    }

    @Test func `a copy stays as it was`() throws {
        var table = try Self.stored(["a": "1", "b": "2"])
        let copy = table
        table["a"] = nil
        table["b"] = "3"
        check(copy, ["a": "1", "b": "2"])
        check(table, ["b": "3"])
    }

    @Test(arguments: [
        ("plytix:a", "plytix.products", "ours like AMZN-"), ("a\nb", "c\\", "d\ne"),
        ("a", "b\nc\\n", "d"), ("", "", ""), ("\\", "\n", "\r\n"), ("a\r\nb", "\r", "\\n"),
    ])
    func `keys of pages are told by their text`(system: String, source: String, cell: String) {
        let key = PageState.Key(system: .init(text: system), source: source, cell: cell)
        #expect(PageState.Key(tableText: key.tableText) == key)
    }

    private static func stored(_ table: Texts) throws -> Texts {
        var writer = SnapshotWriter(origin: table.stored?.content)
        writer.value(table)
        let content = SnapshotContent(
            bytes: SnapshotBytes(writer.bytes), words: writer.words)
        return try content.read(0..<writer.bytes.count) { reader throws(SnapshotError) in
            let table = try Texts(from: &reader)
            #expect(reader.isAtEnd)
            return table
        }
    }
}
