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

    /// What an asynchronous function keeps across an `await` gets memory aligned to 16 bytes, whatever
    /// its values ask for: a digest aligned to more is written beyond the end of it.
    @Test func `a digest asks for no more alignment than asynchronous functions get`() {
        #expect(MemoryLayout<Digest>.alignment <= 16)
        #expect(MemoryLayout<Digest>.size == 32)
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

    @Test func `a digit is one of 22 characters, wherever it stands`() {
        let digits = Array("0123456789abcdef".utf8)
        for byte in UInt8.min...UInt8.max {
            for place in 0..<64 {
                var text = [UInt8](repeating: 0x37, count: 64)
                text[place] = byte
                let digest = text.withUnsafeBytes { Digest(hex: $0) }
                let lower = (0x41...0x46).contains(byte) ? byte | 0x20 : byte
                guard let value = digits.firstIndex(of: lower) else {
                    #expect(digest == nil, "byte \(byte) at \(place)")
                    continue
                }
                var bytes = [UInt8](repeating: 0x77, count: 32)
                bytes[place / 2] = UInt8(place.isMultiple(of: 2) ? value << 4 | 7 : 0x70 | value)
                #expect(digest?.bytes == bytes)
            }
        }
        for count in [0, 63, 65, 128] {
            let text = [UInt8](repeating: 0x37, count: count)
            #expect(text.withUnsafeBytes { Digest(hex: $0) } == nil)
        }
    }
}
