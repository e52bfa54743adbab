import HTTP
import Testing

@Suite struct `The address of a picture` {
    @Test(arguments: [
        "https://m.media-amazon.com/images/I/41j.jpg", "http://images.example.org:8080/x.png",
        "HTTPS://M.MEDIA-AMAZON.COM./x.jpg", "http://93.184.216.34/x.jpg",
        "https://172.32.0.1/x", "https://100.128.0.1/x",
    ])
    func `may be a public one`(_ url: String) {
        #expect(PictureAddress.refusal(of: url, allowsPrivate: false) == nil)
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://example.org/x", "/images/x.jpg", "https:///x",
        "https://user@example.org/x", "https://user:secret@127.0.0.1/x", "gopher://example.org",
    ])
    func `is nothing else than http and https`(_ url: String) {
        #expect(PictureAddress.refusal(of: url, allowsPrivate: true) != nil)
        #expect(PictureAddress.refusal(of: url, allowsPrivate: false) != nil)
    }

    @Test(arguments: [
        "127.0.0.1", "127.1.2.3:80", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]",
        "[::ffff:127.0.0.1]:80", "localhost", "localhost:8080", "printer.local",
        "metadata.google.internal", "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "intranet",
        "127.0.0.1.", "example.org.123",
    ])
    func `leads nowhere near us unless that is allowed`(_ host: String) {
        let url = "http://\(host)/x.jpg"
        #expect(PictureAddress.refusal(of: url, allowsPrivate: false) != nil)
        #expect(PictureAddress.refusal(of: url, allowsPrivate: true) == nil)
    }

    @Test func `is local where its name says so`() {
        #expect(PictureAddress.isLocal("http://127.0.0.1:8080/x"))
        #expect(PictureAddress.isLocal("http://localhost/x"))
        #expect(!PictureAddress.isLocal("https://sellingpartnerapi-na.amazon.com"))
        #expect(!PictureAddress.isLocal("https://127.example.org"))
    }
}
