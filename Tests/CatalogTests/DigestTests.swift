import Catalog
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Digests` {
    @Test(arguments: Seeds.first(10))
    func `a digest is its bytes and its digits`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let digest = Digest(bytes: bytes)
        #expect(digest.bytes == bytes)
        #expect(digest.hex.count == 64)
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(hex: digest.hex.uppercased()) == digest)
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            #expect(Digest(bytes: other) != digest)
        }
    }

    @Test func `digits stand in the order of the bytes`() {
        let digest = Digest(bytes: Array(0..<32))
        #expect(digest.hex == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect("\(digest)" == digest.hex)
    }

    @Test(arguments: [
        "", "00", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
        String(repeating: "g", count: 64), " " + String(repeating: "0", count: 63),
        String(repeating: "0", count: 62) + "é", String(repeating: "０", count: 64),
    ])
    func `anything but 64 digits is none`(text: String) {
        #expect(Digest(hex: text) == nil)
    }
}
