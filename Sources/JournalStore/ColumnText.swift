// The JSON texts of two columns: subjects, an array of strings, and cause, an array of numbers.

import Catalog

/// Writes and reads the arrays of an event's header.
///
/// The written form is part of what is hashed: no blanks, and in strings only the quotation mark,
/// the backslash and the control characters are escaped.
enum ColumnText {
    static func write(_ subjects: [SubjectReference]) -> [UInt8] {
        var text: [UInt8] = [UInt8(ascii: "[")]
        for (index, subject) in subjects.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            quote(subject.description, to: &text)
        }
        text.append(UInt8(ascii: "]"))
        return text
    }

    static func write(_ cause: [Int]) -> [UInt8] {
        var text: [UInt8] = [UInt8(ascii: "[")]
        for (index, number) in cause.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            text.append(contentsOf: String(number).utf8)
        }
        text.append(UInt8(ascii: "]"))
        return text
    }

    /// Nil when the text is not one that `write` gives.
    static func subjects(_ text: UnsafeRawBufferPointer) -> [SubjectReference]? {
        var subjects: [SubjectReference] = []
        let isWhole = eachSubject(text) {
            subjects.append(SubjectReference(text: String(decoding: $0, as: UTF8.self)))
        }
        return isWhole ? subjects : nil
    }

    /// Calls `read` with the bytes of each reference; false when the text is not one that `write`
    /// gives.
    static func eachSubject(
        _ text: UnsafeRawBufferPointer, _ read: (UnsafeRawBufferPointer) -> Void
    ) -> Bool {
        elements(text) { element in
            guard element.count >= 2, element.first == UInt8(ascii: "\""),
                element.last == UInt8(ascii: "\"")
            else { return false }
            let inner = UnsafeRawBufferPointer(rebasing: element[1..<element.count - 1])
            guard inner.contains(UInt8(ascii: "\\")) else {
                guard !inner.contains(UInt8(ascii: "\"")) else { return false }
                read(inner)
                return true
            }
            guard let bytes = unescape(inner) else { return false }
            bytes.withUnsafeBytes(read)
            return true
        }
    }

    /// Nil when the text is not one that `write` gives.
    static func cause(_ text: UnsafeRawBufferPointer) -> [Int]? {
        var cause: [Int] = []
        let isWhole = elements(text) { element in
            var number = 0
            for digit in element {
                guard (0x30...0x39).contains(digit), number < 1 << 58 else { return false }
                number = number * 10 + Int(digit - 0x30)
            }
            guard !element.isEmpty else { return false }
            cause.append(number)
            return true
        }
        return isWhole ? cause : nil
    }

    // MARK: Parts

    private static func quote(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                text.append(UInt8(ascii: "\\"))
                text.append(byte)
            case 0..<0x20:
                text.append(contentsOf: Array("\\u00".utf8))
                text.append(hexDigits[Int(byte >> 4)])
                text.append(hexDigits[Int(byte & 15)])
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)

    /// Calls `element` for each element between the brackets; false when it is no such array.
    private static func elements(
        _ text: UnsafeRawBufferPointer, _ element: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        guard text.count >= 2, text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]")
        else { return false }
        if text.count == 2 { return true }
        var start = 1
        var isInString = false
        var index = 1
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\\") {
                index += 1
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            } else if !isInString, byte == UInt8(ascii: ",") || index == text.count - 1 {
                guard element(UnsafeRawBufferPointer(rebasing: text[start..<index])) else {
                    return false
                }
                start = index + 1
            }
            index += 1
        }
        return start == text.count && !isInString
    }

    private static func unescape(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        var bytes: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\\") else {
                if text[index] == UInt8(ascii: "\"") { return nil }
                bytes.append(text[index])
                index += 1
                continue
            }
            guard index + 1 < text.count else { return nil }
            let escaped = text[index + 1]
            index += 2
            if escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\") {
                bytes.append(escaped)
            } else {
                guard escaped == UInt8(ascii: "u"), index + 4 <= text.count,
                    let code = UInt8(
                        String(decoding: text[index..<index + 4], as: UTF8.self), radix: 16),
                    code < 0x20
                else { return nil }
                bytes.append(code)
                index += 4
            }
        }
        return bytes
    }
}
