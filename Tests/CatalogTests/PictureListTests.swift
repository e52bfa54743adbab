import Catalog
import Testing

@Suite struct `A list of pictures` {
    static let pictures = [
        ListedPicture(
            slot: "MAIN", url: "https://m.media-amazon.com/images/I/41j-L-teihL.jpg", width: 500,
            height: 333),
        ListedPicture(slot: "PT01", url: "http://127.0.0.1:80/images/I/a.png", width: 1, height: 0),
        ListedPicture(slot: "", url: "", width: -1, height: Int.max),
        ListedPicture(
            slot: "ein Schlitz, länger als üblich", url: "https://m.media-amazon.com/images/I/",
            width: Int.min, height: 128),
        ListedPicture(
            slot: "MAIN", url: "https://m.media-amazon.com/images", width: 127, height: 1),
    ]

    @Test func `gives back what was put in, in its order`() {
        #expect(PictureList(Self.pictures).pictures == Self.pictures)
        #expect(PictureList([]).pictures == [])
    }

    @Test func `is equal where the pictures are`() {
        var item = AmazonItem(key: ItemKey("US/B07X8Z63ZL")!, pictures: Self.pictures)
        let same = AmazonItem(key: item.key, pictures: Self.pictures)
        #expect(item == same)
        item.pictures.removeLast()
        #expect(item != same)
        #expect(item.pictures == Self.pictures.dropLast())
    }
}
