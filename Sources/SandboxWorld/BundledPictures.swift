/// The 29 pictures of the bundled style, by who shows them.
enum BundledPictures {
    /// Shown by the eleven products in this colour.
    static let bomber = [
        PictureSizes(id: "867YSH0VJYL", middleID: "41dqxYZQtUL", width: 1500, height: 1500),
        PictureSizes(id: "76pVQi5w9tL", width: 2560, height: 1707),
        PictureSizes(id: "76t58KC+LUL", middleID: "39MJol3AGCL", width: 1300, height: 975),
        PictureSizes(id: uploadedBefore, width: 1000, height: 1000),
        PictureSizes(id: "81x8hzHmtlL", middleID: "38y4LGoEusL", width: 2000, height: 1400),
        PictureSizes(id: "77Isu4e9W-L", width: 900, height: 1200),
        PictureSizes(id: "89qZuaZtvtL", middleID: "31K0Rcy1xeL", width: 1500, height: 1500),
        PictureSizes(id: "78HyU9k6SWL", width: 2560, height: 1707),
    ]
    /// Shown by the five products in this colour.
    static let driftwood = [
        PictureSizes(id: "81sW7yvSQCL", middleID: "51Q3cSSThJL", width: 1300, height: 975),
        PictureSizes(id: "77xwT_74h8L", width: 1000, height: 1000),
        PictureSizes(id: "82p5cus6CSL", middleID: "3962LBSbw4L", width: 2000, height: 1400),
        PictureSizes(id: "91L51f5HFBL", width: 900, height: 1200),
    ]
    /// Shown by the product of another style.
    static let otherStyle = [
        PictureSizes(id: "889iaQZRbiL", middleID: "45kwjUmVH8L", width: 1500, height: 1500),
        PictureSizes(id: "719qdVM6I0L", width: 2560, height: 1707),
        PictureSizes(id: "87NgvJvv0+L", middleID: "3859JQ+bJlL", width: 1300, height: 975),
        PictureSizes(id: "73G4sxBx2mL", width: 1000, height: 1000),
        PictureSizes(id: "90M2t8abDGL", middleID: "33lOoUIGDUL", width: 2000, height: 1400),
        PictureSizes(id: missing, width: 900, height: 1200),
        PictureSizes(id: "84jIMSE-EuL", middleID: "33E3sorKhcL", width: 1500, height: 1500),
        PictureSizes(id: "84tqRwf7zOL", width: 2560, height: 1707),
        PictureSizes(id: "88vE7zyH3TL", middleID: "32sILB5_kKL", width: 1300, height: 975),
    ]
    /// Shown by the parent that no search finds.
    static let hiddenParent = [
        PictureSizes(id: "75wboyO391L", width: 1000, height: 1000),
        PictureSizes(id: "81I2gXz1P2L", middleID: "38obF4rzflL", width: 2000, height: 1400),
        PictureSizes(id: "7838Fb2iiHL", width: 900, height: 1200),
        PictureSizes(id: "77Lsxg16+3L", middleID: "43jNfeSwaqL", width: 1500, height: 1500),
        PictureSizes(id: "75ICYmyRaQL", width: 2560, height: 1707),
        PictureSizes(id: "81lguv5h5VL", middleID: "44SEg3xP0oL", width: 1300, height: 975),
        PictureSizes(id: "89wYcqe5EYL", width: 1000, height: 1000),
    ]
    /// Shown by one of the two parents without children; the other has none.
    static let lonelyParent = [
        PictureSizes(id: "820thw3naBL", middleID: "391B22SM3CL", width: 2000, height: 1400)
    ]

    static let uploadedBefore = "83ebW7tstBL"
    static let missing = "858JBNPI2ML"

    /// The sizes of pictures in the slots in which a product shows them, all of its slots in order.
    static func files(_ pictures: [PictureSizes]) -> [World.PictureFile] {
        zip(PictureSizes.slots, pictures).flatMap { slot, picture in picture.files(slot: slot) }
    }
}
