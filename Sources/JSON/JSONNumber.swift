/// A JSON number by its text; `1.0` and `1` are different texts of equal numbers.
package struct JSONNumber: Sendable, Hashable {
    package let text: String

    package init(text: String) { self.text = text }
    package init(_ value: Int) { self.text = String(value) }
    /// A number that is not finite has no JSON form and becomes 0.
    package init(_ value: Double) {
        guard value.isFinite else {
            self.text = "0"
            return
        }
        self.text = Int(exactly: value).map(String.init) ?? "\(value)"
    }

    /// The number as an integer, when it is exactly one and fits.
    package var int: Int? { Int(text) ?? ExactNumber(text)?.int }
    /// The nearest number of 64 bits; infinite where there is none near.
    package var double: Double? { Double(text) }

    /// Compared without loss: `9007199254740992` and `9007199254740993` differ, though no 64 bits
    /// tell them apart.
    package static func == (a: JSONNumber, b: JSONNumber) -> Bool {
        if a.text == b.text { return true }
        guard let a = ExactNumber(a.text), let b = ExactNumber(b.text) else { return false }
        return a == b
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(double) }
}

/// A decimal number without loss: `digits` times ten to the power of `exponent`.
private struct ExactNumber: Equatable {
    let isNegative: Bool
    /// Without zeros at either end; none for 0.
    let digits: [UInt8]
    let exponent: Int

    /// Nil when the text is no number, or its exponent is too large to count with.
    init?(_ text: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == 0x2D
        if isNegative { rest = rest.dropFirst() }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        var digits = Array(rest.prefix(while: isDigit))
        rest = rest.dropFirst(digits.count)
        var exponent = 0
        if rest.first == 0x2E {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest.dropFirst(fraction.count + 1)
            digits += fraction
            exponent = -fraction.count
        }
        guard !digits.isEmpty else { return nil }
        while digits.last == 0x30 {
            digits.removeLast()
            exponent += 1
        }
        digits = Array(digits.drop { $0 == 0x30 })
        if rest.first == 0x65 || rest.first == 0x45 {
            let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self))
            guard let power, power.magnitude < 1 << 60 else {
                guard digits.isEmpty else { return nil }
                (self.isNegative, self.digits, self.exponent) = (false, [], 0)
                return
            }
            exponent += power
        } else if !rest.isEmpty {
            return nil
        }
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = digits
        self.exponent = digits.isEmpty ? 0 : exponent
    }

    var int: Int? {
        guard exponent >= 0, digits.count + exponent <= 19 else { return nil }
        let zeros = [UInt8](repeating: 0x30, count: exponent)
        let text = String(decoding: [0x30] + digits + zeros, as: UTF8.self)
        return Int((isNegative ? "-" : "") + text)
    }
}
