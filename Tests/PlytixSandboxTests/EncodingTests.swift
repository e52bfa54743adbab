import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Bytes as text` {
    @Test(
        arguments: [
            ("", "", ""), ("f", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v"),
            ("foob", "Zm9vYg==", "Zm9vYg"), ("fooba", "Zm9vYmE=", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy", "Zm9vYmFy"),
        ])
    func `is that of RFC 4648`(_ plain: String, _ standard: String, _ url: String) {
        let bytes = Array(plain.utf8)
        #expect(Base64.encode(bytes, for: .standard) == standard)
        #expect(Base64.encode(bytes, for: .url) == url)
        #expect(Base64.decode(standard) == bytes)
        #expect(Base64.decode(url) == bytes)
    }

    @Test func `knows both alphabets`() {
        #expect(Base64.encode([0xFB, 0xFF], for: .standard) == "+/8=")
        #expect(Base64.encode([0xFB, 0xFF], for: .url) == "-_8")
        #expect(Base64.decode("+/8=") == Base64.decode("-_8"))
    }

    @Test(arguments: ["a", "Zg=x", "Z g", "Zg\n", "é", "abcde"])
    func `refuses anything else`(_ text: String) { #expect(Base64.decode(text) == nil) }

    @Test func `gives back every byte`() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Base64.decode(Base64.encode(bytes, for: .standard)) == bytes)
    }
}

@Suite struct `Dates in headers` {
    @Test(
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        ])
    func `are those of RFC 9110`(_ seconds: Int, _ text: String) {
        #expect(Instant(seconds: seconds).httpDate == text)
    }
}

@Suite struct `Ids from a seed` {
    @Test func `are 24 hexadecimal digits, different, and the same for the same seed`() {
        var a = Identifiers(seed: 7, salt: "x")
        var b = Identifiers(seed: 7, salt: "x")
        var c = Identifiers(seed: 7, salt: "y")
        let ids = (0..<1000).map { _ in a.next() }
        #expect(ids == (0..<1000).map { _ in b.next() })
        #expect(Set(ids).count == 1000)
        #expect(ids.allSatisfy { $0.count == 24 && $0.allSatisfy(\.isHexDigit) })
        #expect(c.next() != ids[0])
    }
}
