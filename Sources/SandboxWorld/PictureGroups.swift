/// Deals out galleries that neighbouring products share: the same shoe in another size.
///
/// On average 2.3 products share a gallery, at most 23 do (`catalogue-statistics.md`).
struct PictureGroups {
    private var current: [World.PictureFile] = []
    private var uses = 0
    private var made = 0
    private var lastID = ""

    /// The gallery of the next product.
    mutating func files(_ random: inout SplitMix64) -> [World.PictureFile] {
        if uses == 0 {
            current = gallery(&random)
            uses =
                random.chance(10)
                ? random.number(in: 10...23) : random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5])
        }
        uses -= 1
        return current
    }

    /// One to nine pictures, each in two or three sizes, a swatch now and then.
    private mutating func gallery(_ random: inout SplitMix64) -> [World.PictureFile] {
        let count = 1 + random.pick(byWeight: [15, 15, 20, 20, 12, 8, 5, 3, 2])
        var slots = Array(PictureSizes.slots.prefix(count))
        if count > 1, random.chance(100) { slots[count - 1] = "SWCH" }
        return slots.flatMap { slot in picture(&random).files(slot: slot) }
    }

    /// One picture in a thousand has the id of the one before but for the case of its letters.
    private mutating func picture(_ random: inout SplitMix64) -> PictureSizes {
        made += 1
        lastID =
            made % 1_000 == 999
            ? InventedPictureID.caseSwapped(lastID) : InventedPictureID.make(&random)
        let (width, height) = random.pick([
            (1500, 1500), (2560, 1707), (1300, 975), (1000, 1000), (2000, 1400), (900, 1200),
        ])
        return PictureSizes(
            id: lastID, middleID: random.chance(500) ? InventedPictureID.make(&random) : nil,
            width: width, height: height)
    }
}
