import HTTP
import Testing

@Suite struct `A file of somebody else` {
    @Test(arguments: [
        "http://127.0.0.1/a.jpg", "https://127.1.2.3:8080/a.jpg", "http://0.0.0.0/a",
        "http://10.0.0.1/",
        "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.1.1/", "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data", "http://224.0.0.1/", "http://255.255.255.255/",
        "http://198.18.0.1/", "http://192.0.2.1/", "http://240.0.0.1/",
        "http://[::1]/", "http://[::]/", "http://[fe80::1]/", "http://[fc00::1]/",
        "http://[fd12::1]/",
        "http://[ff02::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://[::ffff:8.8.8.8]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
        "http://[2001::1]/", "http://[2001:db8::1]/", "http://[0:0:0:0:0:0:0:1]/",
        "http://[fe80::1%25eth0]/",
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://127.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.01/", "http://1.2.3.256/", "http://localhost/", "http://LOCALHOST:80/",
        "http://a.localhost/", "http://localhost./", "http://printer.local/",
        "http://metadata.google.internal/",
        "http://intranet/", "http://user@m.media-amazon.com/",
        "http://m.media-amazon.com@127.0.0.1/",
        "http://m.media-amazon.com\\@127.0.0.1/", "http://%6cocalhost/", "file:///etc/passwd",
        "ftp://m.media-amazon.com/a.jpg", "gopher://x.com/", "data:image/png;base64,AA",
        "//m.media-amazon.com/",
        "http:///a.jpg", "http://", "", "http://[::1", "http://[1.2.3.4]/", "http://a:b:c/",
    ])
    func `is not fetched from where only this machine reaches`(url: String) {
        guard case .refused = FetchRule().verdict(url) else {
            Issue.record("\(url) is \(FetchRule().verdict(url))")
            return
        }
    }

    @Test(arguments: [
        "http://8.8.8.8/a.jpg", "https://1.1.1.1:8443/", "https://172.32.0.1/",
        "https://100.128.0.1/",
        "https://[2600:9000:2133::1]/", "https://[2a00:1450:4001:80b::200e]:443/a",
    ])
    func `is fetched from a public address`(url: String) {
        #expect(FetchRule().verdict(url) == .allowed)
    }

    @Test func `is fetched by name only when all that the name stands for is public`() {
        let rule = FetchRule()
        #expect(
            rule.verdict("https://M.Media-Amazon.com:443/images/I/a.jpg")
                == .resolve(host: "m.media-amazon.com"))
        for address in ["127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "::1"] {
            let found = IPAddress(address)
            #expect(found.map(rule.verdict) != .allowed)
            #expect(found != nil)
        }
    }

    @Test func `of the sandbox may be on this machine, and nowhere else inside`() {
        let rule = FetchRule(allowsThisMachine: true)
        for url in ["http://127.0.0.1:8080/a", "http://[::1]/a", "http://localhost:80/a"] {
            #expect(rule.verdict(url) == .allowed)
        }
        for url in ["http://10.0.0.1/", "http://169.254.169.254/", "http://127.0.0.2/"] {
            #expect(rule.verdict(url) != .allowed)
        }
    }

    @Test(
        arguments: [
            ("1.2.3.4", [1, 2, 3, 4]), ("::", [UInt8](repeating: 0, count: 16)),
            ("1::", [0, 1] + [UInt8](repeating: 0, count: 14)),
            ("::1.2.3.4", [UInt8](repeating: 0, count: 12) + [1, 2, 3, 4]),
            ("1:2:3:4:5:6:7:8", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8]),
            ("1:2:3:4:5:6:7", nil), ("1:2:3:4:5:6:7:8:9", nil), ("1::2::3", nil), (":::", nil),
            ("12345::", nil), ("1:2:3:4:5:6:7::8", nil), ("g::", nil), ("1.2.3", nil),
            ("1.2.3.4.5", nil),
            ("01.2.3.4", nil), ("+1.2.3.4", nil), ("::+1", nil), ("", nil),
        ] as [(String, [UInt8]?)])
    func `has an address in its usual form`(text: String, bytes: [UInt8]?) {
        #expect(IPAddress(text)?.bytes == bytes)
    }

    @Test func `is on this machine by its address or its name`() {
        #expect(FetchRule.isThisMachine("http://127.0.0.1:8080/x"))
        #expect(FetchRule.isThisMachine("http://localhost/x"))
        #expect(!FetchRule.isThisMachine("https://sellingpartnerapi-na.amazon.com"))
        #expect(!FetchRule.isThisMachine("https://127.example.org"))
        #expect(!FetchRule.isThisMachine("https://8.8.8.8/x"))
    }
}
