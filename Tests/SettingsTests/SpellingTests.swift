import Testing

@testable import Settings

struct SpellingTests {
    @Test(arguments: [
        ("brnd", "brand"), ("marketplace", "marketplaces"), ("Sku-Format", "sku_format"),
        ("galelry", "gallery"), ("max requests", "max_requests"), ("zzz", nil), ("", nil),
        ("g", nil),
    ])
    func `the nearest word is found, if one is near`(typed: String, meant: String?) {
        let known = ["brand", "marketplaces", "sku_format", "gallery", "max_requests"]
        #expect(Spelling.nearest(to: typed, among: known) == meant)
    }
}
