import Catalog
import SandboxWorld
import TestSupport
import Testing

@Suite struct `What a picture is called` {
    static let names: [(String, String?, String?)] = [
        ("71abcdefghi.jpg", "71abcdefghi", "71abcdefghi.jpg"),
        ("71abcdefghi._SL75_.jpg", "71abcdefghi", "71abcdefghi.jpg"),
        ("71abcdefghi._SX300_SY300_.jpg", "71abcdefghi", "71abcdefghi.jpg"),
        ("71abcdefghi._AC_SR1,1_QL65_.jpg", "71abcdefghi", "71abcdefghi.jpg"),
        ("71abcdefghi._SL75_.JPG", "71abcdefghi", "71abcdefghi.JPG"),
        ("71abcdefghi.png", "71abcdefghi", "71abcdefghi.png"),
        ("41j-L-teihL.jpg", "41j-L-teihL", "41j-L-teihL.jpg"),
        ("91uohwV+k3L.jpg", "91uohwV+k3L", "91uohwV+k3L.jpg"),
        ("91uohwV%2Bk3L._SL75_.jpg", "91uohwV+k3L", "91uohwV%2Bk3L.jpg"),
        ("91uohwV%2bk3L.jpg", "91uohwV+k3L", "91uohwV%2bk3L.jpg"),
        ("71_abc_efgL.jpg", "71_abc_efgL", "71_abc_efgL.jpg"),
        ("71_abc_.jpg", "71_abc_", "71_abc_.jpg"),
        ("71abcdefghi.jpg?x=1/2", "71abcdefghi", "71abcdefghi.jpg"),
        ("71abcdefghi._SL75_.jpg#top", "71abcdefghi", "71abcdefghi.jpg"),
        ("a.jpg", "a", "a.jpg"),
        ("71abcdefghi._sl75_.jpg", nil, nil),
        ("71abcdefghi.x.jpg", nil, nil),
        ("71abcdefghi", nil, nil),
        ("71abcdefghi.", nil, nil),
        (".jpg", nil, nil),
        ("", nil, nil),
        ("._SL75_.jpg", nil, nil),
        ("..", nil, nil),
        ("71 abc.jpg", nil, nil),
        ("71%2Fabc.jpg", nil, nil),
        ("71%00abc.jpg", nil, nil),
        ("71abc\u{0}.jpg", nil, nil),
        ("71é.jpg", nil, nil),
        ("71~abc.jpg", nil, nil),
        (#"71\abc.jpg"#, nil, nil),
        ("71\"abc.jpg", nil, nil),
        ("71abc.jp-g", nil, nil),
        ("71abc.é", nil, nil),
        ("71abc.jpgjpg", nil, nil),
        (String(repeating: "a", count: 64) + ".jpg", String(repeating: "a", count: 64), nil),
        (String(repeating: "a", count: 65) + ".jpg", nil, nil),
    ]

    @Test(arguments: names)
    func `the id is the name without its size`(file: String, id: String?, original: String?) {
        let host = "https://m.media-amazon.com/images/I/"
        let picture = Picture(ListedPicture(slot: "MAIN", url: host + file, width: 1, height: 1))
        #expect(picture?.id == id)
        if let original { #expect(picture?.url == host + original) }
    }

    @Test func `host, path and size do not count`() {
        let urls = [
            "https://m.media-amazon.com/images/I/41j-L-teihL.jpg",
            "https://images-na.ssl-images-amazon.com/images/I/41j-L-teihL._SL75_.jpg",
            "http://127.0.0.1:8080/41j-L-teihL._SX300_SY300_.jpg?seed=1",
            "/41j-L-teihL.JPG",
        ]
        let files = urls.map {
            Picture(ListedPicture(slot: "PT01", url: $0, width: 1, height: 1))?.fileName
        }
        #expect(Set(files).count == 1)
        #expect(
            Picture(ListedPicture(slot: "MAIN", url: "41j-L-teihL.jpg", width: 1, height: 1)) == nil
        )
    }

    static let files: [(String, String)] = [
        ("abc", "amazon_abc.jpg"),
        ("41-_+9", "amazon_41-_+9.jpg"),
        ("A", "amazon_A~g.jpg"),
        ("aA", "amazon_aA~8.jpg"),
        ("AAAAA", "amazon_AAAAA~v.jpg"),
        ("aaaaaA", "amazon_aaaaaA~0g.jpg"),
        ("41j-L-teihL", "amazon_41j-L-teihL~10g.jpg"),
    ]

    @Test(arguments: files)
    func `the file carries the id, and where its capitals are`(id: String, file: String) {
        #expect(Picture.fileName(id: id, extension: "jpg") == file)
    }

    @Test(arguments: Seeds.first(40))
    func `two ids never meet in a store that ignores case`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var ids: [String: String] = [:]
        for _ in 0..<200 {
            let id = Self.id(&random)
            for variant in [id] + (0..<8).map({ _ in Self.recased(id, &random) }) {
                let file = Picture.fileName(id: variant, extension: "jpg").lowercased()
                #expect(ids[file, default: variant] == variant)
                ids[file] = variant
            }
        }
    }

    @Test(arguments: Seeds.first(20))
    func `no URL makes a name that a folder or a URL could not take`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = [
            "a", "Z", "9", "+", "-", "_", ".", "..", "/", "\\", "%2B", "%2F", "%00", " ", "?", "#",
            "\u{0}", "é", "😀", "\"", "._SL75_", ".jpg", "~", "\n", ":", "https://h/",
        ]
        for _ in 0..<500 {
            let url =
                "https://h/" + (0..<random.below(8)).map { _ in random.pick(parts) }.joined()
                + ".jpg"
            guard let picture = Picture(ListedPicture(slot: "MAIN", url: url, width: 1, height: 1))
            else { continue }
            let allowed = picture.fileName.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || "+-_~.".utf8.contains(byte)
            }
            #expect(allowed, "\(picture.fileName)")
            #expect(picture.fileName.hasPrefix("amazon_"))
            #expect(picture.fileName.split(separator: ".").count == 2)
            #expect(picture.fileName.utf8.count <= 100)
        }
    }

    private static func id(_ random: inout SplitMix64) -> String {
        let characters = Array("abcdeABCDE019+-_")
        return String((0..<random.number(in: 1...13)).map { _ in random.pick(characters) })
    }

    private static func recased(_ id: String, _ random: inout SplitMix64) -> String {
        id.map { random.chance(500) ? $0.uppercased() : $0.lowercased() }.joined()
    }
}
