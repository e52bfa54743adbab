import SandboxWorld
import Testing

@Suite struct PictureFileBytesTests {
    @Test func `a JPEG begins, measures and ends as it should`() {
        let bytes = PictureFileBytes.jpeg(of: "71abC-dE+fL.jpg", width: 1300, height: 975)
        #expect(Array(bytes.prefix(4)) == [0xFF, 0xD8, 0xFF, 0xE0])
        #expect(Array(bytes.suffix(2)) == [0xFF, 0xD9])
        // The frame's segment: precision, height and width, one component.
        let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0x03, 0xCF, 0x05, 0x14, 1]
        #expect(bytes.firstRange(of: frame) != nil)
        #expect(bytes.count < 8_000)
    }

    @Test func `a PNG begins, measures and ends as it should`() {
        let bytes = PictureFileBytes.png(of: "a.png", width: 40, height: 30)
        #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(Array(bytes[16..<24]) == [0, 0, 0, 40, 0, 0, 0, 30])
        // The check sum of an end chunk is always the same (PNG 11.2.5).
        #expect(Array(bytes.suffix(8)) == [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    }

    @Test func `the same name gives the same bytes, another name or size others`() {
        let bytes = PictureFileBytes.jpeg(of: "a.jpg", width: 75, height: 50)
        #expect(bytes == PictureFileBytes.jpeg(of: "a.jpg", width: 75, height: 50))
        #expect(bytes != PictureFileBytes.jpeg(of: "b.jpg", width: 75, height: 50))
        #expect(bytes != PictureFileBytes.jpeg(of: "a.jpg", width: 150, height: 50))
    }

    @Test(arguments: [("a.jpg", "image/jpeg"), ("a.PNG", "image/png"), ("a", "image/jpeg")])
    func `the name decides the format`(name: String, type: String) {
        #expect(PictureFileBytes.file(named: name, width: 9, height: 9).contentType == type)
    }

    @Test(arguments: [(0, 0), (-5, 3), (1, 1), (1_000_000, 2)])
    func `any measures give a file`(width: Int, height: Int) {
        #expect(PictureFileBytes.jpeg(of: "a.jpg", width: width, height: height).count > 100)
        #expect(PictureFileBytes.png(of: "a.png", width: width, height: height).count > 50)
    }
}
