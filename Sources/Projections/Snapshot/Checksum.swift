/// A checksum of 64 bits that runs at the speed of memory.
///
/// It tells damage, not forgery: who can write beside the journal can write the journal. Each step
/// takes in eight bytes by operations that can be undone (exclusive or, rotation, a product with an
/// odd number), so that damage within eight bytes always changes the sum; damage in several places
/// goes unseen once in 2^64 times. SHA-256 would tell no more of a disk's errors, and would take a
/// good part of the time in which a command has to answer.
enum Checksum {
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var lanes = SIMD4<UInt64>(1, 2, 3, 4) &* SIMD4(repeating: factor)
        var position = 0
        // Four lanes, since each step waits for the one before it in its lane only.
        while bytes.count - position >= 32 {
            for lane in 0..<4 {
                let word = bytes.loadUnaligned(
                    fromByteOffset: position + lane * 8, as: UInt64.self)
                lanes[lane] = step(lanes[lane], UInt64(littleEndian: word))
            }
            position += 32
        }
        var sum = UInt64(bytes.count) &* factor
        for lane in 0..<4 { sum = step(sum, lanes[lane]) }
        while bytes.count - position >= 8 {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            sum = step(sum, UInt64(littleEndian: word))
            position += 8
        }
        for index in position..<bytes.count { sum = step(sum, UInt64(bytes[index])) }
        // The low bits choose places in tables: let the high ones have a say in them.
        return (sum ^ (sum >> 29)) &* factor
    }

    @inline(__always)
    private static func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = sum ^ word
        return (mixed << 31 | mixed >> 33) &* factor
    }
}
