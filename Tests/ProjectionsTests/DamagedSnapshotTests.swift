import Catalog
import Events
import SandboxWorld
import TestSupport
import Testing

@testable import Projections

@Suite struct `Snapshots that cannot be used` {
    let journal = "00112233445566778899aabbccddeeff"

    private func bytes() throws -> [UInt8] {
        StateSnapshot(state: try History.ofExamples().state, hash: .of("head"))
            .bytes(journalID: journal)
    }

    @Test func `one of another journal is refused`() throws {
        let bytes = try bytes()
        #expect(throws: SnapshotError.otherJournal) {
            try StateSnapshot(bytes, journalID: String(journal.reversed()))
        }
    }

    @Test func `one of another version is refused`() throws {
        var bytes = try bytes()
        bytes[16] ^= 0x80
        Self.mend(&bytes)
        #expect(throws: SnapshotError.otherVersion(ProjectedState.version ^ 0x80)) {
            try StateSnapshot(bytes, journalID: journal)
        }
    }

    @Test func `any bit that flips is seen`() throws {
        let bytes = try bytes()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1 << UInt8(index % 8)
            #expect(throws: SnapshotError.self, "byte \(index)") {
                try StateSnapshot(damaged, journalID: journal)
            }
        }
    }

    @Test func `one that was cut off anywhere is seen`() throws {
        let bytes = try bytes()
        for count in 0..<bytes.count {
            #expect(throws: SnapshotError.self, "\(count) bytes") {
                try StateSnapshot(Array(bytes.prefix(count)), journalID: journal)
            }
        }
    }

    @Test(arguments: Seeds.first(200))
    func `one that was forged gives a state or an error, and never ends the program`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        var bytes = try bytes()
        for _ in 0...random.below(4) {
            let start = random.below(bytes.count - 16)
            for index in start..<min(start + 1 + random.below(8), bytes.count - 16) {
                bytes[index] = random.chance(300) ? 0xFF : UInt8(random.below(256))
            }
        }
        Self.mend(&bytes)
        let snapshot: StateSnapshot
        do throws(SnapshotError) {
            snapshot = try StateSnapshot(bytes, journalID: journal)
        } catch {
            return
        }
        // Everything is looked at, written again and folded on.
        #expect(!Drawing.lines(of: snapshot.state).isEmpty)
        #expect(!snapshot.bytes(journalID: journal).isEmpty)
        var state = snapshot.state
        for event in try History.ofExamples().events { try event.apply(to: &state) }
        #expect(!Drawing.lines(of: state).isEmpty)
    }

    /// Gives forged bytes the checksum that fits them.
    private static func mend(_ bytes: inout [UInt8]) {
        let body = bytes.dropLast(8)
        let sum = Array(body).withUnsafeBytes { Checksum.of($0) }
        bytes = Array(body) + withUnsafeBytes(of: sum.littleEndian) { Array($0) }
    }
}
