import SandboxWorld
import TestSupport
import Testing

@testable import Projections

@Suite struct `The checksum of a snapshot` {
    @Test(arguments: Seeds.first(10))
    func `damage within eight bytes always shows`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for count in 0..<100 {
            let bytes = (0..<count).map { _ in UInt8(random.below(256)) }
            let sum = bytes.withUnsafeBytes { Checksum.of($0) }
            for index in bytes.indices {
                var damaged = bytes
                damaged[index] ^= UInt8(1 + random.below(255))
                #expect(damaged.withUnsafeBytes { Checksum.of($0) } != sum)
            }
        }
    }

    @Test func `zeros at the end show`() {
        let sums = (0..<100).map { count in
            [UInt8](repeating: 0, count: count).withUnsafeBytes { Checksum.of($0) }
        }
        #expect(Set(sums).count == sums.count)
    }

    @Test func `is the same on every machine`() {
        let bytes = Array("the words of a snapshot, and all that they are about".utf8)
        #expect(bytes.withUnsafeBytes { Checksum.of($0) } == 4_548_424_459_038_276_658)
    }
}
