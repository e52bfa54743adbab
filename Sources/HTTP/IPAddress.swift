/// The address of a machine, as its bytes: 4 or 16.
package struct IPAddress: Sendable, Hashable {
    package let bytes: [UInt8]

    /// Of a text in the usual form: `192.0.2.1`, `2001:db8::1`, `::ffff:192.0.2.1`; nil for any
    /// other, also for the forms of version 4 that some programs read as well: octal, hexadecimal,
    /// fewer than four numbers.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        guard let bytes = text.contains(":") ? Self.version6(text) : Self.version4(text[...])
        else { return nil }
        self.bytes = bytes
    }

    /// Of the bytes of version 4 or 6; nil for any other number of them.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// In a form that everybody reads: `192.0.2.1`, `2001:db8:0:0:0:0:0:1`.
    package var text: String {
        guard bytes.count == 16 else { return bytes.map { String($0) }.joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2)
            .map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":")
    }

    /// Whether it is one that anybody on the internet reaches, by the registries of special
    /// addresses (RFC 6890 and its followers).
    ///
    /// Not so: this machine, private and shared networks, link-local ones with the clouds' metadata
    /// services, multicast, examples, and addresses that only wrap one of version 4.
    package var isPublic: Bool {
        bytes.count == 4
            ? !Self.special4.contains { Self.isInside($0, bytes) }
            : Self.isInside(Self.public6, bytes)
                && !Self.special6.contains { Self.isInside($0, bytes) }
    }

    // MARK: Networks

    private typealias Network = (prefix: [UInt8], bits: Int)

    private static let special4: [Network] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
        ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16),
        ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 4), ([240], 4),
    ]
    /// All that is given out of version 6; what maps version 4 (`::ffff:0:0`, `64:ff9b::`) is not.
    private static let public6: Network = ([0x20], 3)
    /// Within that: protocols and Teredo, examples, 6to4.
    private static let special6: [Network] = [
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16),
        ([0x3F, 0xFF, 0x00], 20),
    ]

    private static func isInside(_ network: Network, _ bytes: [UInt8]) -> Bool {
        (0..<network.bits).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            let wanted = bit / 8 < network.prefix.count ? network.prefix[bit / 8] : 0
            return bytes[bit / 8] & mask == wanted & mask
        }
    }

    // MARK: Reading

    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part -> UInt8? in
            let isDecimal = part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            // A leading zero means octal to some.
            guard isDecimal, part.count == 1 || part.first != "0" else { return nil }
            return UInt8(part)
        }
        return bytes.count == 4 ? bytes : nil
    }

    private static func version6(_ text: String) -> [UInt8]? {
        // A zone (`fe80::1%eth0`) belongs to link-local addresses only.
        guard !text.contains("%"), !text.contains(":::") else { return nil }
        guard let gap = text.firstRange(of: "::") else {
            return groups(text[...]).flatMap { $0.count == 16 ? $0 : nil }
        }
        let (start, end) = (text[..<gap.lowerBound], text[gap.upperBound...])
        guard !end.contains("::"), let head = start.isEmpty ? [] : groups(start),
            let tail = end.isEmpty ? [] : groups(end), head.count + tail.count <= 14
        else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    /// Groups of four digits with colons; the last may be an address of version 4.
    private static func groups(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            if part.contains("."), index == parts.count - 1 {
                guard let last = version4(part) else { return nil }
                bytes += last
                continue
            }
            guard (1...4).contains(part.utf8.count), part.first != "+", part.first != "-",
                let group = UInt16(part, radix: 16)
            else { return nil }
            bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
        }
        return bytes
    }
}
