import Catalog
import Hashing
import Testing

@Suite struct `SHA-256` {
    // NIST FIPS 180-4, example messages.
    static let messages: [(String, String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test(arguments: messages)
    func `a text has its digest`(text: String, hex: String) {
        #expect(ContentHash.of(text).hex == hex)
        #expect(ContentHash.of(Array(text.utf8)).hex == hex)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 1_000])
    func `pieces have the digest of the whole`(cut: Int) {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
        var hash = ContentHash()
        hash.update(Array(bytes[..<cut]))
        bytes[cut...].withUnsafeBytes { hash.update($0) }
        #expect(hash.finish() == ContentHash.of(bytes))
    }
}
