// The two ways in which Amazon names the sizes of one picture (`amazon-catalog-items.md` 3.3).

/// One picture with the ids and measures under which its sizes are listed.
package struct PictureSizes: Sendable, Hashable {
    /// The id of the largest size.
    package var id: String
    /// The id of the middle size, where Amazon gives it one of its own.
    package var middleID: String?
    /// Of the largest size, in pixels.
    package var width: Int
    /// Of the largest size, in pixels.
    package var height: Int

    /// Without an id of the middle size there are two sizes, with one there are three.
    package init(id: String, middleID: String? = nil, width: Int, height: Int) {
        self.id = id
        self.middleID = middleID
        self.width = width
        self.height = height
    }

    /// The entries of an item's list, largest first: full size and thumbnail of the same id, or
    /// full size, and a middle size and thumbnail of another id.
    package func files(slot: String) -> [World.PictureFile] {
        let full = World.PictureFile(slot: slot, file: "\(id).jpg", width: width, height: height)
        guard let middleID else { return [full, scaled(slot, "\(id)._SL75_.jpg", longest: 75)] }
        return [
            full, scaled(slot, "\(middleID).jpg", longest: 500),
            scaled(slot, "\(middleID)._SL75_.jpg", longest: 75),
        ]
    }

    private func scaled(_ slot: String, _ file: String, longest: Int) -> World.PictureFile {
        let size = Self.scaled(width: width, height: height, longest: longest)
        return World.PictureFile(slot: slot, file: file, width: size.width, height: size.height)
    }

    /// The measures of a picture whose longer side is cut down to `longest` pixels.
    package static func scaled(
        width: Int, height: Int, longest: Int
    ) -> (width: Int, height: Int) {
        let longer = max(width, height)
        guard longer > longest, longest > 0 else { return (width, height) }
        return (max(1, width * longest / longer), max(1, height * longest / longer))
    }

    /// The slots in which a product shows its pictures, the main one first.
    static let slots = [
        "MAIN", "PT01", "PT02", "PT03", "PT04", "PT05", "PT06", "PT07", "PT08", "SWCH",
    ]
}
