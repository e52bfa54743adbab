import SandboxWorld

/// Request ids in the form that Amazon's have: five groups of hexadecimal digits.
enum RequestID {
    static func text(seed: UInt64, number: UInt64) -> String {
        let high = SplitMix64.mixed(seed ^ SplitMix64.mixed(number))
        let low = SplitMix64.mixed(high)
        let digits = hexadecimal(high) + hexadecimal(low)
        var groups: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
