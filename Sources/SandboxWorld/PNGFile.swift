// PNG by hand (W3C, "Portable Network Graphics", third edition): grey, eight bits, and stored, not
// compressed, since the pictures are small.

/// A grey picture of 4 by 4 flat patches.
struct PNGFile {
    let name: String
    let width: Int
    let height: Int

    var bytes: [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        chunk("IHDR", word(width) + word(height) + [8, 0, 0, 0, 0], &file)
        chunk("tEXt", Array("Title".utf8) + [0] + name.utf8.prefix(200), &file)
        chunk("IDAT", stored(pixels), &file)
        chunk("IEND", [], &file)
        return file
    }

    /// Lines of pixels, each behind the number of its filter: none.
    private var pixels: [UInt8] {
        let shades = PictureFileBytes.shades(of: name)
        var lines: [UInt8] = []
        for y in 0..<height {
            lines.append(0)
            for x in 0..<width { lines.append(shades[y * 4 / height * 4 + x * 4 / width]) }
        }
        return lines
    }

    /// A zlib stream of one block that is not compressed (RFC 1950 and 1951).
    private func stored(_ content: [UInt8]) -> [UInt8] {
        let count = UInt16(content.count)
        let sizes = [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return [0x78, 0x01, 0x01] + sizes + content + word(Int(adler(content)))
    }

    private func chunk(_ name: String, _ content: [UInt8], _ file: inout [UInt8]) {
        let body = Array(name.utf8) + content
        file += word(content.count) + body + word(Int(Self.check(body)))
    }

    private func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
    }

    /// Adler-32 (RFC 1950 9).
    private func adler(_ content: [UInt8]) -> UInt32 {
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in content {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    /// CRC-32 (PNG annex D).
    private static func check(_ content: [UInt8]) -> UInt32 {
        var register: UInt32 = 0xFFFF_FFFF
        for byte in content {
            register ^= UInt32(byte)
            for _ in 0..<8 {
                register = register & 1 == 1 ? 0xEDB8_8320 ^ register >> 1 : register >> 1
            }
        }
        return ~register
    }
}
