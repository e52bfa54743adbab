import Catalog
import JSON
import Testing

@Suite struct `Text from outside` {
    static let hostile: [(String, String)] = [
        ("\u{1B}[2J\u{1B}[31mred", "\u{FFFD}[2J\u{FFFD}[31mred"), ("a\u{9B}31mb", "a\u{FFFD}31mb"),
        ("bell\u{7}", "bell\u{FFFD}"), ("nul\u{0}byte", "nul\u{FFFD}byte"),
        ("safe\u{202E}gpj.exe", "safe\u{FFFD}gpj.exe"),
        ("a\u{2066}b\u{2069}", "a\u{FFFD}b\u{FFFD}"),
        ("zero\u{200B}width\u{FEFF}", "zero\u{FFFD}width\u{FFFD}"), ("a\rb", "a\u{FFFD}b"),
        ("\r\n", "\u{FFFD}\u{FFFD}"), ("a\nb", "a\u{FFFD}b"),
        ("a\u{2028}b\u{2029}c\u{85}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("\u{E0041}tag", "\u{FFFD}tag"), ("del\u{7F}", "del\u{FFFD}"),
        ("Ä+B 日本語 👟 e\u{301}", "Ä+B 日本語 👟 e\u{301}"),
    ]

    @Test(arguments: hostile)
    func `shows nothing that hides`(text: String, shown: String) {
        #expect(OutsideText.shown(text) == shown)
        #expect(OutsideText.shown(shown) == shown)
    }

    @Test func `keeps its lines where there are several`() {
        #expect(OutsideText.shownLines("a\nb\r\u{1B}c\n") == "a\nb\u{FFFD}\u{FFFD}c\n")
    }

    @Test(arguments: hostile)
    func `is the same JSON, with all that hides escaped`(text: String, _: String) throws {
        let value: JSONValue = [text: [.string(text)]]
        for written in [value.text, value.prettyText] {
            let shown = OutsideText.shownJSON(written)
            #expect(try JSONValue(parsing: shown) == value)
            #expect(OutsideText.shownLines(shown) == shown)
        }
    }
}
