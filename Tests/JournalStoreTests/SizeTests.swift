// What an event costs on disk beyond its body.

import Catalog
import JournalStore
import Testing

@Suite struct `The size of a journal` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    /// The events of one product's way through a first sync, with bodies of their usual sizes.
    private func product(_ number: Int) -> [RecordDraft] {
        let asin = "B0\(10_000_000 + number)"
        let sku = "sku:AMZN-US-\(asin)"
        func body(_ bytes: Int) -> String {
            #"{"x":""# + String(repeating: "y", count: bytes - 8) + #""}"#
        }
        let asset = (0..<4).map { "picture:71\(number)x\($0)L" }
        return [
            draft("ProductExported", ["asin:US/\(asin)"], system: amazon, body: body(3_300)),
            draft(
                "MatchFound", ["asin:US/\(asin)", "canonical=sku:MCA0032-\(number)"],
                system: .plysync, cause: [.earlier(0), .sequence(number % 90 + 1)], body: body(420)),
            draft("EffectIntended", [sku], cause: [.earlier(0), .earlier(1)], body: body(1_500)),
            draft("ProductCreated", [sku], cause: [.earlier(2)], body: body(190)),
            draft("AttributesSet", [sku], cause: [.earlier(2)], body: body(1_900)),
            draft("EffectIntended", [asset[0]], cause: [.earlier(0)], body: body(430)),
            draft("AssetUploaded", [asset[0]], cause: [.earlier(5)], body: body(330)),
            draft("EffectIntended", [asset[1]], cause: [.earlier(0)], body: body(430)),
            draft("AssetUploaded", [asset[1]], cause: [.earlier(7)], body: body(330)),
            draft("EffectIntended", [sku], cause: [.earlier(6), .earlier(8)], body: body(520)),
            draft("GallerySet", [sku], cause: [.earlier(9)], body: body(310)),
            draft("EffectIntended", [sku], cause: [.earlier(1)], body: body(390)),
            draft(
                "RelationLinked", ["source=sku:MCA0032-\(number)", "target=\(sku)"],
                cause: [.earlier(11)], body: body(360)),
        ]
    }

    @Test func `is at most 200 bytes an event beyond its body`() async throws {
        let journal = try place.open()
        _ = try await journal.append(
            (0..<100).map { _ in draft("PageObserved", [], system: amazon) }, run: run)
        for number in 0..<1_500 { _ = try await journal.append(product(number), run: run) }
        journal.close()
        let stats = try JournalReader.open(at: place.path).stats()
        let beyond = (stats.fileBytes - stats.total.bodyBytes) / stats.total.events
        #expect(stats.total.events == 19_600)
        #expect(beyond <= 200)
        #expect(try Journal.verify(at: place.path).isValid)
    }

    @Test func `is at most 200 bytes beyond bodies of 500 bytes`() async throws {
        let journal = try place.open()
        let body = #"{"x":""# + String(repeating: "y", count: 492) + #""}"#
        for batch in 0..<200 {
            let drafts = (0..<100).map { index in
                draft(
                    "AttributesSet",
                    ["sku:AMZN-US-B0\(10_000_000 + (batch * 100 + index) % 2_000)"],
                    cause: index > 0 ? [.earlier(index - 1)] : [], body: body)
            }
            _ = try await journal.append(drafts, run: run)
        }
        journal.close()
        let stats = try JournalReader.open(at: place.path).stats()
        #expect((stats.fileBytes - stats.total.bodyBytes) / stats.total.events <= 160)
    }
}
