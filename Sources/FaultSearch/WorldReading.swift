import JSON
import SandboxWorld

/// What a catalogue asks for, read without the engine's own rules.
enum WorldReading {
    /// A picture of an item: its name in Plytix, and the name of its file at Amazon.
    struct Shown: Hashable {
        let file: String
        let source: String
    }

    /// The largest picture of each slot, MAIN first, then the others by name, the swatch last.
    static func pictures(of item: World.Item) -> [Shown] {
        var best: [String: World.PictureFile] = [:]
        for picture in item.pictures {
            let pixels = picture.width * picture.height
            if let other = best[picture.slot], other.width * other.height >= pixels { continue }
            best[picture.slot] = picture
        }
        let slots = best.keys.sorted { (rank($0), $0) < (rank($1), $1) }
        var seen = Set<String>()
        return slots.compactMap { slot in
            guard let listed = best[slot] else { return nil }
            let source = source(of: listed.file)
            let shown = Shown(file: file(ofSource: source), source: source)
            return seen.insert(shown.file).inserted ? shown : nil
        }
    }

    private static func rank(_ slot: String) -> Int {
        if slot == "MAIN" { return 0 }
        if slot.hasPrefix("PT") { return 1 }
        return slot == "SWCH" ? 2 : 3
    }

    /// `71abC._SL75_.jpg` without its size.
    private static func source(of file: String) -> String {
        let parts = file.split(separator: ".")
        guard parts.count == 3, parts[1].hasPrefix("_"), let first = parts.first,
            let last = parts.last
        else { return file }
        return "\(first).\(last)"
    }

    /// The name in Plytix, as `design.md` fixes it: by the picture's id alone, with a mark for its
    /// capital letters.
    static func file(ofSource source: String) -> String {
        let parts = source.split(separator: ".").map(String.init)
        guard parts.count == 2 else { return source }
        var digits: [Int] = []
        for (index, byte) in parts[0].utf8.enumerated() {
            if index % 5 == 0 { digits.append(0) }
            let isCapital = byte >= 65 && byte <= 90
            digits[digits.count - 1] |= isCapital ? 16 >> (index % 5) : 0
        }
        while digits.last == 0 { digits.removeLast() }
        let mark = digits.map { String($0, radix: 32) }.joined()
        return "amazon_\(parts[0])\(mark.isEmpty ? "" : "~" + mark).\(parts[1].lowercased())"
    }
}
