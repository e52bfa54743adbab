import JSON

/// Ids of Plytix: 24 hexadecimal digits for everything (`plytix-api.md` 1).
enum PlytixID {
    static func isID(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 24 && text.utf8.allSatisfy(isHexadecimal)
    }

    /// The ids that stand in a text by themselves, in order: not the parts of longer words.
    static func all(in text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            .filter { isID($0) }.map(String.init)
    }

    /// The ids in all texts of a value, in order.
    static func all(in json: JSONValue) -> [String] {
        switch json {
        case .string(let text): all(in: text)
        case .array(let elements): elements.flatMap { all(in: $0) }
        case .object(let object): object.members.flatMap { all(in: $0.value) }
        default: []
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
            || (0x41...0x46).contains(byte)
    }
}
