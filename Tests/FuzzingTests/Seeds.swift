import Catalog
import Events
import Foundation
import JSON
import Projections
import SandboxWorld

@testable import AmazonSandbox
@testable import HTTP

/// Inputs to begin with: small ones of each form, real answers of the sandboxes, and the examples of
/// `journal/events/`.
enum Seeds {
    static let json = [
        "null", "true", "-0", "0.0", "12e3", "1e400", "-9223372036854775808",
        "123456789012345678901234567890.5e-7", #""""#, #""a\u00e9\ud83d\ude00\ud800\n\"""#,
        "[]", "{}", "[1, [2, [3, {}]]]", #"{"a": 1, "b": {"a": null}, "a": [false, "x"]}"#,
        String(repeating: "[", count: 201), " \t\r\n[ 1 , 2 ] ",
    ]

    /// Each example behind the number of its kind and its version.
    static let events: [[UInt8]] = EventKinds.all.enumerated().compactMap { index, kind in
        let name = "journal/events/\(kind.kind).v\(kind.version).example.json"
        guard let example = FileManager.default.contents(atPath: "\(repository)/\(name)"),
            let value = try? JSONValue(parsing: Array(example))
        else { return nil }
        return [UInt8(index), UInt8(kind.version - 1)] + value.bytes
    }

    /// All examples one after the other, and each pair of neighbours; no kind has the number 0, which
    /// parts them.
    static let histories: [[UInt8]] = {
        let single = events.map { [$0[0] == 0 ? UInt8(EventKinds.all.count) : $0[0]] + $0[2...] }
        let pairs = zip(single, single.dropFirst()).map { Array([$0, $1].joined(separator: [0])) }
        return [Array(single.joined(separator: [0]))] + pairs
    }()

    static let journalID = "00000000-0000-0000-0000-000000000001"

    /// States of those histories, without the checksum at the end.
    static let snapshots: [[UInt8]] = histories.map { history in
        let hash = Digest(bytes: [UInt8](repeating: 7, count: 32))
        let snapshot = StateSnapshot(state: FuzzTarget.folded(history), hash: hash)
        return Array(snapshot.bytes(journalID: journalID).dropLast(8))
    }

    static let journalLines: [String] = {
        let hash = String(repeating: "0a", count: 32)
        let source = "urn:uuid:\(journalID)"
        let start = #"{"specversion":"1.0","source":"\#(source)","#
        let time = #""time":"2026-03-01T08:00:00.000000Z""#
        return [
            start
                + #""id":"journal","type":"plysync.journal",\#(time),"data":{"format":"x","head":"#
                + #"{"sequence":1,"hash":"\#(hash)"}}}"#,
            start + #""id":"blob-1","type":"plysync.blob","event":"1","hash":"\#(hash)","size":3,"#
                + #""data_base64":"eJwDAAAAAAE="}"#,
            start + #""id":"1","type":"plysync.event.RunStarted",\#(time),"run":"r","system":"s","#
                + #""bodyversion":1,"subjects":"[\"run:r\"]","cause":"[]","bodyhash":"\#(hash)","#
                + #""hash":"\#(hash)","data":{"a":[1,2.5,null]}}"#,
        ]
    }()

    private static let repository = String(
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
            .joined(separator: "/"))

    /// Retry-After, Date and rate, each on its line.
    static let headers = [
        "120\nSun, 06 Nov 1994 08:49:37 GMT\n2.0", "0\n\n0.5", "1089.492s\n\n1e9",
        "Sun, 01 Mar 2026 08:00:30 GMT\nSun, 01 Mar 2026 08:00:00 GMT\n",
        "Sunday, 06-Nov-94 08:49:37 GMT\nSun Nov  6 08:49:37 1994\ninf",
        "99999999999999999999\n\nnan", "-1\nMon, 31 Feb 2026 00:00:00 GMT\n-2",
    ]

    /// `{"data": []}` by gzip and by zlib.
    static let packed: [[UInt8]] = [
        [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 74, 73, 44, 73, 84, 178, 82, 136, 142, 173, 5,
            0, 184, 120, 189, 38, 12, 0, 0, 0,
        ],
        [120, 156, 171, 86, 74, 73, 44, 73, 84, 178, 82, 136, 142, 173, 5, 0, 25, 148, 3, 233],
    ]

    static let words = [
        "B07X8Z63ZL", "US/B07X8Z63ZL", "080442957X", "2026-03-01T08:30:00.123456Z", "2026-03-01",
        "2024-02-29 23:59:60+05:30", "0000-01-01T00:00:00+23:59", "0886000000016", "UK",
        "canonical=sku:MCA0032", "http://127.0.0.1:8080/a%2Fb/?x=1&y=%zz+1#end",
        "https://m.media-amazon.com/images/I/41j-L-teihL._SL75_.jpg", "a\u{1B}[31m\u{202E}b",
        String(repeating: "ab", count: 32), "e\u{301}\u{1F468}\u{200D}\u{1F469}",
    ]

    static let asinFiles = [
        "B07X8Z63ZL\nB077QMJFG9\n", "\u{FEFF}# mine\r\n b07x8z63zl , # boot\r\n\r\n080442957X",
        "no ASIN\n", "",
    ]

    static let configurations = [
        "amazon:\n  marketplaces: [US, CA]\n  brand: Sandbox Brand\n",
        "targets:\n  default: {}\n  fresh: {api_key_env: A, api_password_env: B}\n",
        "attributes:\n  amazon_asin: {from: asin, type: Text, rule: always}\n",
        "images: {max_per_product: 20, on_removal: keep}\nplytix: {quota_reserve: 0.2}\n",
        "a: &a [1]\nb: *a\n? [x]\n: |\n  text\n--- {}\n", "journal: \"\\x00\"\n",
    ]

    static let mappings = [
        #"""
        {"metadata": {"marketplace": "US"}, "matched": [{"amazon_asin": "B07X8Z63ZL",
        "canonical_plytix_sku": "MCA0032"}], "unmatched_amazon": [{"amazon_asin": "B077QMJFG9"}]}
        """#
    ]

    // MARK: Amazon

    /// Items and pages as the sandbox answers them, errors as they were seen.
    static let amazonBodies: [[UInt8]] = {
        let item = itemBytes
        return [
            item, Array(#"{"numberOfResults": 1, "items": ["#.utf8) + item + Array("]}".utf8),
            Array(#"{"numberOfResults":0,"items":[],"pagination":{"nextToken":"x"}}"#.utf8),
            Array(
                #"{"errors":[{"code":"NOT_FOUND","message":"Requested item, B0, not found"}]}"#
                    .utf8),
            Array(
                #"{"errors":[{"code":"Unauthorized","message":"m","details":"token expired"}]}"#
                    .utf8),
        ]
    }()

    static let itemFiles: [[UInt8]] = {
        let item = itemBytes
        let record =
            #"{"amazon_asin":"B07X8Z63ZL","amazon_title":"Boot","images":{"MAIN":"https://a/b.jpg"}}"#
        let file =
            #"{"metadata":{"marketplace_id":"ATVPDKIKX0DER"},"variants":["# + record + "]}"
        return [
            item, Array("[".utf8) + item + Array("]".utf8), item + [0x0A] + item,
            Array(file.utf8), Array(#"{"exports":[\#(file)]}"#.utf8),
            Array("\(record)\n\(record)\n".utf8),
        ]
    }()

    private static let itemBytes: [UInt8] = {
        let server = SandboxedAmazon(world: .bundled, configuration: .init(speed: 1e6))
        let context = AnswerContext(
            index: server.index, quirks: [], imagesURL: "https://m.media-amazon.com", seed: 1,
            speed: 1, number: 1, now: FuzzTarget.now)
        let target = RequestTarget(
            "/x?marketplaceIds=ATVPDKIKX0DER&includedData="
                + "summaries,images,identifiers,relationships,productTypes")
        return (try? GetItem.answer(asin: "B07X8Z63ZL", target, context)) ?? []
    }()

    static let amazonScripts: [[UInt8]] = [0, 1, 2].flatMap { operation in
        let token = #"{"access_token":"Atza|x","token_type":"bearer","expires_in":3600}"#
        let answers: [(UInt8, String, [UInt8])] = [
            (0, "x-amzn-RateLimit-Limit: 2.0\nx-amzn-RequestId: 1", amazonBodies[operation % 2]),
            (15, "Retry-After: 1", []), (18, "", []), (8, "", amazonBodies[4]),
        ]
        return answers.indices.map { first in
            script(operation, token, [answers[first], answers[0]])
        }
    }

    static let amazonRequests = [
        "GET /catalog/2022-04-01/items?marketplaceIds=ATVPDKIKX0DER&keywords=boot"
            + "&brandNames=Sandbox%20Brand&includedData=summaries,images&pageSize=20",
        "GET /catalog/2022-04-01/items?marketplaceIds=ATVPDKIKX0DER&identifiersType=ASIN"
            + "&identifiers=B07X8Z63ZL,B077QMJFG9&includedData=relationships,attributes",
        "GET /catalog/2022-04-01/items/B07X8Z63ZL?marketplaceIds=ATVPDKIKX0DER&locale=en_US",
        "POST /auth/o2/token\ngrant_type=client_credentials&scope=x", "HEAD /images/I/x.jpg",
    ]

    // MARK: Plytix

    static let plytixBodies = FuzzTarget.bytes([
        #"""
        {"data":[{"id":"5c4ed8002f0985001d233274","sku":"A","label":"x","attributes":{"d":
        "2023-02-27T00:00:00","m":[{"id":"5c4ed8002f0985001d233275"}],"n":1.5},"thumbnail":null,
        "assets":[{"id":"5c4ed8002f0985001d233275","filename":"a/b.jpg"}],"relationships":[
        {"relationship_id":"5c4ed8002f0985001d233276","relationship_label":"r","related_products":[
        {"product_id":"5c4ed8002f0985001d233277","quantity":1}]}]}],"pagination":{"count":1}}
        """#,
        #"{"error":{"errors":[{"field":"asset.id","msg":"5c4c6e10ca59f4061b800ffa"}],"msg":"A"}}"#,
        #"{"error":{"errors":[{"field":"x","msg":{"_schema":["y"]},"value":"z"}]}}"#,
        #"{"detail":[{"loc":["body",30],"msg":"m"}]}"#, #"{"message":"limit"}"#,
        #"{"account":{"id":"a","rate_limit":[{"limit":20,"window_size":10}]}}"#,
        "e30.eyJpYXQiOjEsImV4cCI6OTAxLCJyYXRlX2xpbWl0IjpbeyJsaW1pdCI6MjAsIndpbmRvd19zaXplIjoxMH1dfQ.s",
    ])

    static let plytixScripts: [[UInt8]] = (0..<FuzzTarget.plytixOperations).flatMap { operation in
        let claims =
            "eyJpYXQiOjEsImV4cCI6OTAxLCJyYXRlX2xpbWl0IjpbeyJsaW1pdCI6MjAsIndpbmRvd19zaXplIjoxMH1dfQ"
        let token = #"{"data":[{"access_token":"e30.\#(claims).s"}]}"#
        return [
            script(operation, token, [(1, "", plytixBodies[0])]),
            script(operation, token, [(15, "Retry-After: 3", []), (0, "", plytixBodies[0])]),
            script(operation, token, [(11, "", plytixBodies[1]), (13, "", plytixBodies[2])]),
        ]
    }

    static let plytixRequests = [
        #"POST /api/v1/products\#n{"sku":"A","label":"x","status":"Draft","attributes":{}}"#
            + "\u{0}POST /api/v1/products/search\n"
            + #"{"filters":[[{"field":"sku","operator":"in","value":["A"]}]],"attributes":["label"],"#
            + #""pagination":{"page":1,"page_size":25,"order":"-sku"}}"#,
        #"POST /api/v1/attributes/product\#n{"name":"Amazon ASIN","type_class":"TextAttribute"}"#
            + "\u{0}POST /api/v1/attributes/product/search\n{}",
        #"POST /api/v1/assets\#n{"filename":"x.jpg","content":"/9j/4AAQ"}"#
            + "\u{0}POST /api/v1/assets/search\n"
            + #"{"filters":[[{"field":"file_size","operator":"gt","value":1}]]}"#,
        #"POST /api/v1/relationships\#n{"name":"Amazon hierarchy"}"#
            + "\u{0}" + #"POST /api/v1/product_families\#n{"name":"Amazon","attributes":[]}"#,
        #"POST /api/v1/categories/product\#n{"name":"Boots"}"#
            + "\u{0}GET /api/v1/filters/product\u{0}PATCH /api/v2/products/0\n{}",
    ]

    private static func script(
        _ operation: Int, _ token: String, _ answers: [(status: UInt8, headers: String, [UInt8])]
    ) -> [UInt8] {
        var script = [UInt8(operation), 0x16] + Array("\n\(token)".utf8)
        for (status, headers, body) in answers {
            script += [0, status] + Array((headers.isEmpty ? "" : headers + "\n").utf8) + [0x0A]
            script += body
        }
        return script
    }
}
