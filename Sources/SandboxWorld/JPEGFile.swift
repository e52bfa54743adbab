// Baseline JPEG by hand (ITU-T T.81): one component, one quantiser, and Huffman tables that know
// only what flat patches need, so that an unchanged block of 64 pixels costs two zero bits.

/// A grey picture of 4 by 4 flat patches.
struct JPEGFile {
    let name: String
    let width: Int
    let height: Int

    var bytes: [UInt8] {
        var file: [UInt8] = [0xFF, 0xD8]
        // JFIF 1.1, no density, no thumbnail.
        segment(0xE0, Array("JFIF".utf8) + [0, 1, 1, 0, 0, 1, 0, 1, 0, 0], &file)
        // The name as a comment: pictures of equal shades differ all the same.
        segment(0xFE, Array(name.utf8.prefix(200)), &file)
        // A step of 8 everywhere: a DC value is then the shade less 128 (T.81 A.3.3).
        segment(0xDB, [0] + [UInt8](repeating: 8, count: 64), &file)
        segment(0xC0, [8] + word(height) + word(width) + [1, 1, 0x11, 0], &file)
        segment(0xC4, [0x00] + Self.stepCounts + Self.steps, &file)
        segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0x00], &file)
        segment(0xDA, [1, 1, 0x00, 0, 63, 0], &file)
        file += scan
        return file + [0xFF, 0xD9]
    }

    // Steps from one block's shade to the next by their number of bits: none in one bit, seven
    // kinds in four bits, one in five; the code of ones only stays unused, as T.81 C demands.
    private static let stepCounts: [UInt8] = [1, 0, 0, 7, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    private static let steps: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

    /// The blocks, row by row.
    private var scan: [UInt8] {
        let columns = (width + 7) / 8
        let rows = (height + 7) / 8
        let shades = PictureFileBytes.shades(of: name).map { Int($0) - 128 }
        var bits = JPEGBits()
        var previous = 0
        for row in 0..<rows {
            for patch in 0..<4 {
                let count = columns * (patch + 1) / 4 - columns * patch / 4
                guard count > 0 else { continue }
                let shade = shades[row * 4 / rows * 4 + patch]
                append(step: shade - previous, to: &bits)
                previous = shade
                // No step and no other coefficient: a zero bit each.
                bits.append(zeros: 1 + (count - 1) * 2)
            }
        }
        return bits.finished()
    }

    private func append(step: Int, to bits: inout JPEGBits) {
        let magnitude = Int.bitWidth - abs(step).leadingZeroBitCount
        switch magnitude {
        case 0: bits.append(0, count: 1)
        case 8: bits.append(0b11110, count: 5)
        default: bits.append(0b1000 + magnitude - 1, count: 4)
        }
        // A negative step is written one less, in as many bits (T.81 F.1.2.1).
        bits.append(step < 0 ? step + (1 << magnitude) - 1 : step, count: magnitude)
    }

    private func word(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }

    private func segment(_ marker: UInt8, _ content: [UInt8], _ file: inout [UInt8]) {
        file += [0xFF, marker] + word(content.count + 2) + content
    }
}

/// Bits of a JPEG scan: a byte of ones is followed by a zero byte, so that it is no marker.
private struct JPEGBits {
    private var bytes: [UInt8] = []
    private var current: UInt8 = 0
    private var used = 0

    mutating func append(_ value: Int, count: Int) {
        for place in stride(from: count - 1, through: 0, by: -1) {
            append(bit: UInt8(value >> place & 1))
        }
    }

    mutating func append(zeros count: Int) {
        var count = count
        while count > 0, used != 0 {
            append(bit: 0)
            count -= 1
        }
        bytes.append(contentsOf: repeatElement(0, count: count / 8))
        for _ in 0..<(count % 8) { append(bit: 0) }
    }

    /// All bytes, the last one filled with ones.
    mutating func finished() -> [UInt8] {
        while used != 0 { append(bit: 1) }
        return bytes
    }

    private mutating func append(bit: UInt8) {
        current = current << 1 | bit
        used += 1
        guard used == 8 else { return }
        bytes.append(current)
        if current == 0xFF { bytes.append(0) }
        (current, used) = (0, 0)
    }
}
