/// The gzip format (RFC 1952) around bytes that are stored as they are: any reader unpacks them, and
/// no library is needed that the client has too.
enum Gzip {
    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        // Deflate, no name, no time, no operating system.
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var start = 0
        repeat {
            let end = min(start + Int(UInt16.max), bytes.count)
            result.append(end == bytes.count ? 1 : 0)
            let length = UInt16(end - start)
            result += littleEndian(UInt32(length) | UInt32(~length) << 16)
            result += bytes[start..<end]
            start = end
        } while start < bytes.count
        return result + littleEndian(checksum(bytes))
            + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// CRC-32 bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static func littleEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
