/// The pictures of an item in one run of bytes, since each of a hundred thousands of items lists a
/// dozen of them.
package struct PictureList: Hashable, Sendable {
    private var bytes: [UInt8] = []

    /// Before nearly all pictures of Amazon; kept as one byte.
    private static let host: StaticString = "https://m.media-amazon.com/images/I/"

    /// What a dozen pictures take, so that the bytes are not moved while they grow.
    private static let bytesUsual = 448

    package init() {}

    package init(_ pictures: [ListedPicture]) {
        for picture in pictures {
            var (slot, url) = (picture.slot, picture.url)
            slot.withUTF8 { slot in
                url.withUTF8 { url in
                    append(
                        slot: UnsafeRawBufferPointer(slot), url: UnsafeRawBufferPointer(url),
                        width: picture.width, height: picture.height)
                }
            }
        }
    }

    /// Adds a picture by the UTF-8 bytes of its texts.
    package mutating func append(
        slot: UnsafeRawBufferPointer, url: UnsafeRawBufferPointer, width: Int, height: Int
    ) {
        if bytes.isEmpty { bytes.reserveCapacity(Self.bytesUsual) }
        append(slot)
        let rest = Self.behindHost(url)
        bytes.append(rest == nil ? 0 : 1)
        append(rest ?? url)
        append(width)
        append(height)
    }

    /// The pictures in their order, each made anew.
    package var pictures: [ListedPicture] {
        var pictures: [ListedPicture] = []
        var position = 0
        while position < bytes.count {
            let slot = text(at: &position)
            let isAmazon = bytes[position] == 1
            position += 1
            let rest = text(at: &position)
            let (width, height) = (number(at: &position), number(at: &position))
            pictures.append(
                ListedPicture(
                    slot: slot, url: isAmazon ? "\(Self.host)\(rest)" : rest, width: width,
                    height: height))
        }
        return pictures
    }

    /// What stands behind the host; nil for a URL of another.
    private static func behindHost(_ url: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let count = host.utf8CodeUnitCount
        guard url.count >= count else { return nil }
        // From its end, where URLs of another host differ first.
        for index in stride(from: count - 1, through: 0, by: -1)
        where url[index] != host.utf8Start[index] {
            return nil
        }
        return UnsafeRawBufferPointer(rebasing: url[count...])
    }

    // MARK: Bytes

    private mutating func append(_ text: UnsafeRawBufferPointer) {
        append(text.count)
        bytes.append(contentsOf: text)
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    private mutating func append(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private func text(at position: inout Int) -> String {
        let count = number(at: &position)
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    private func number(at position: inout Int) -> Int {
        var number: UInt = 0
        var shift = 0
        while true {
            let byte = bytes[position]
            position += 1
            number |= UInt(byte & 0x7F) << UInt(shift)
            if byte < 0x80 { return Int(bitPattern: number) }
            shift += 7
        }
    }
}
