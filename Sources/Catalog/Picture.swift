/// A picture to show: the largest size of one slot, named by Amazon's picture id.
///
/// An id stands for one content for ever (`amazon-catalog-items.md` 3.3), whatever host serves it
/// and whatever size is asked for.
package struct Picture: Hashable, Sendable {
    package let id: String
    /// Lower case, without the dot: `jpg`.
    package let fileExtension: String
    /// Where the full size is: the size suffix is stripped from it.
    package let url: String
    package let slot: String

    /// The name of its file in Plytix, a function of the id alone; see `fileName(id:extension:)`.
    package var fileName: String { Self.fileName(id: id, extension: fileExtension) }

    /// Nil when the URL names no file.
    package init?(_ listed: ListedPicture) {
        let path = listed.url.prefix { $0 != "?" && $0 != "#" }
        guard let slash = path.lastIndex(of: "/"),
            let name = PictureName(file: String(path[path.index(after: slash)...]))
        else { return nil }
        self.id = name.id
        self.fileExtension = name.fileExtension
        self.url = String(path[...slash]) + name.original
        self.slot = listed.slot
    }

    /// `amazon_<id>.<extension>`, safe for stores that ignore case: two ids that differ only in
    /// case must not meet, so an id with capital letters carries a mark that tells which they are.
    package static func fileName(id: String, extension fileExtension: String) -> String {
        "amazon_\(id)\(caseMark(id)).\(fileExtension)"
    }

    /// `~` and the capital letters as bits in base 32; empty when there are none.
    ///
    /// Amazon's ids are about 11 letters and digits of both cases; ids that are equal but for case
    /// differ in this mark, whatever case it is read in.
    private static func caseMark(_ id: String) -> String {
        var mark = ""
        var bits = 0
        var count = 0
        for character in id.utf8 {
            bits = bits << 1 | ((0x41...0x5A).contains(character) ? 1 : 0)
            count += 1
            if count == 5 {
                mark += String(bits, radix: 32)
                (bits, count) = (0, 0)
            }
        }
        if count > 0 { mark += String(bits << (5 - count), radix: 32) }
        while mark.last == "0" { mark.removeLast() }
        return mark.isEmpty ? "" : "~\(mark)"
    }
}

/// The parts of the last component of a picture's URL.
private struct PictureName {
    let id: String
    let fileExtension: String
    /// The component without its size suffix, as written.
    let original: String

    /// `41j-L-teihL._SL75_.jpg` has the id `41j-L-teihL` and the extension `jpg`.
    init?(file: String) {
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return nil }
        let ending = file[file.index(after: dot)...]
        var stem = file[..<dot]
        // A size suffix is a dot, an underscore, capitals, digits, commas and underscores, and an
        // underscore at the end: `._SX300_SY300_` (`amazon-catalog-items.md` 3.3).
        if let mark = stem.lastIndex(of: "."), stem[mark...].hasPrefix("._"), stem.hasSuffix("_"),
            stem[mark...].dropFirst().utf8.allSatisfy({
                (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2C
            })
        {
            stem = stem[..<mark]
        }
        let decoded = stem.replacing("%2B", with: "+").replacing("%2b", with: "+")
        // The id becomes part of a file name and of a URL: only what Amazon's ids consist of.
        let isPlain = { (byte: UInt8) in
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x5F
        }
        guard !decoded.isEmpty, decoded.utf8.count <= 64, decoded.utf8.allSatisfy(isPlain),
            (1...5).contains(ending.utf8.count),
            ending.utf8.allSatisfy({ isPlain($0) && $0 != 0x2B && $0 != 0x2D && $0 != 0x5F })
        else { return nil }
        id = String(decoded)
        fileExtension = ending.lowercased()
        original = "\(stem).\(ending)"
    }
}

extension Picture {
    /// Slots in the order in which a gallery shows them: MAIN, PT01 …, the swatch, then others.
    package static func slotRank(_ slot: String) -> (Int, String) {
        switch slot {
        case "MAIN": (0, slot)
        case _ where slot.hasPrefix("PT"): (1, slot)
        case "SWCH": (2, slot)
        default: (3, slot)
        }
    }

    /// The largest picture of each slot, in slot order, each id once.
    ///
    /// Source: `amazon-catalog-items.md` 3.3: group by slot, most pixels win, of equals the first.
    package static func shown(of listed: [ListedPicture], atMost count: Int) -> [Picture] {
        var best: [String: (picture: Picture, pixels: (Int, UInt))] = [:]
        for listed in listed {
            guard let picture = Picture(listed) else { continue }
            let pixels = pixels(of: listed)
            if let other = best[listed.slot], other.pixels >= pixels { continue }
            best[listed.slot] = (picture, pixels)
        }
        var ids = Set<String>()
        return Array(
            best.values.map(\.picture).sorted { slotRank($0.slot) < slotRank($1.slot) }
                .filter { ids.insert($0.id).inserted }.prefix(count))
    }

    /// In both words of the product, since sizes come from outside and may be anything.
    private static func pixels(of listed: ListedPicture) -> (Int, UInt) {
        let pixels = max(0, listed.width).multipliedFullWidth(by: max(0, listed.height))
        return (pixels.high, pixels.low)
    }
}
