// Strings: where they end, what they hold, and their escapes.

extension JSONReader {
    /// Reads a string.
    ///
    /// Bytes that are not UTF-8 are replaced, as a lone surrogate is.
    package mutating func string() throws(JSONError) -> String {
        let start = try openText()
        let end = plainEnd(from: start)
        guard end < bytes.count, bytes[end] == 0x22 else {
            return String(decoding: try unescaped(from: start, end: end), as: UTF8.self)
        }
        position = end + 1
        return String(decoding: slice(start, end), as: UTF8.self)
    }

    /// Reads a string without escapes where it lies, for values that need no string on their way;
    /// the bytes are valid as long as the text.
    ///
    /// Nil when the string has escapes; then nothing is read, and `string` reads it.
    package mutating func plainText() throws(JSONError) -> UnsafeRawBufferPointer? {
        let start = try openText()
        let end = plainEnd(from: start)
        guard end < bytes.count, bytes[end] == 0x22 else { return nil }
        position = end + 1
        return slice(start, end)
    }

    /// Reads a member: its key, and by `read` its value.
    mutating func member(
        _ read: (JSONKey, inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        let start = try openText()
        let end = plainEnd(from: start)
        guard end < bytes.count, bytes[end] == 0x22 else {
            let key = try unescaped(from: start, end: end)
            try skipColon()
            let result = key.withUnsafeBytes { key in
                Result { () throws(JSONError) in try read(JSONKey(key), &self) }
            }
            return try result.get()
        }
        position = end + 1
        try skipColon()
        try read(JSONKey(slice(start, end)), &self)
    }

    private mutating func skipColon() throws(JSONError) {
        skipBlanks()
        guard next() == 0x3A else { throw malformed("a colon is missing") }
        position += 1
    }

    /// Reads a string and forgets it.
    mutating func skipText() throws(JSONError) {
        let start = try openText()
        let end = plainEnd(from: start)
        guard end < bytes.count, bytes[end] == 0x22 else {
            _ = try unescaped(from: start, end: end)
            return
        }
        position = end + 1
    }

    private mutating func openText() throws(JSONError) -> Int {
        skipBlanks()
        guard next() == 0x22 else { throw unexpected("a string") }
        return position + 1
    }

    @inline(__always)
    private func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }

    /// Where the run of bytes from `start` ends that need no look of their own: at a quotation
    /// mark, a backslash, a control character, or the end of the text.
    private func plainEnd(from start: Int) -> Int {
        var index = start
        // Eight bytes at a time: in `marks` the lowest bit that is set belongs to the first byte
        // that ends the run. Subtracting sets a byte's highest bit where it was too small; a false
        // mark can come only of a borrow, thus behind a true one.
        while index + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let quotes = word ^ 0x2222_2222_2222_2222
            let escapes = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let marks =
                ((quotes &- 0x0101_0101_0101_0101) & ~quotes
                    | (escapes &- 0x0101_0101_0101_0101) & ~escapes
                    | (word &- 0x2020_2020_2020_2020) & ~word) & 0x8080_8080_8080_8080
            if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
            index += 1
        }
        return index
    }

    // MARK: Escapes

    /// The slow road, from a byte that is no plain one.
    private mutating func unescaped(from start: Int, end: Int) throws(JSONError) -> [UInt8] {
        position = end
        var text = Array(bytes[start..<end])
        while let byte = next() {
            switch byte {
            case 0x22:
                position += 1
                return text
            case 0x5C:
                position += 1
                try appendEscape(to: &text)
            case 0..<0x20: throw malformed("a control character in a string")
            default:
                let end = plainEnd(from: position)
                text.append(contentsOf: bytes[position..<end])
                position = end
            }
        }
        throw malformed("a string without end")
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(JSONError) {
        guard let byte = next() else { throw malformed("a string without end") }
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            var unit = try hexUnit()
            if (0xD800..<0xDC00).contains(unit), next() == 0x5C {
                let mark = position
                position += 1
                if next() == 0x75 {
                    position += 1
                    let low = try hexUnit()
                    if (0xDC00..<0xE000).contains(low) {
                        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                    } else {
                        position = mark
                    }
                } else {
                    position = mark
                }
            }
            // A lone surrogate has no UTF-8 form: it becomes the replacement character.
            let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
            text.append(contentsOf: String(Character(scalar)).utf8)
        default: throw malformed("an unknown escape")
        }
    }

    private mutating func hexUnit() throws(JSONError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw malformed("a short \\u escape") }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            let byte = bytes[position]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw malformed("a wrong \\u escape")
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }
}
